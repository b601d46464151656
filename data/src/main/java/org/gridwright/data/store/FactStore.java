package org.gridwright.data.store;

import org.gridwright.core.fact.FactSchema;

/** What the attributes of themes' units are. */
public interface FactStore {

  /** What was declared for a theme; {@link FactSchema#NONE} where nothing was. */
  FactSchema schema(String theme);

  /**
   * Puts declarations in place of all that the theme has. {@link ReviewStore#version} counts it.
   *
   * @throws StoreException when there is no such theme
   */
  void setSchema(String theme, FactSchema schema);
}
