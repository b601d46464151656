package org.gridwright.data.store;

import org.gridwright.core.plan.Level;
import org.gridwright.data.layer.Layer;

/**
 * The layers that a store reads: by its indexes, in pages, with the filter in the database as far
 * as the database can say it.
 */
public interface LayerStore {

  /**
   * The units of one level of a plan or draft, with their attributes as fields. For whoever has not
   * got the plan in memory.
   *
   * @throws StoreException when there is no such plan
   */
  Layer units(long planId, Level level);

  Layer addresses();

  Layer incidents();

  Layer facilities();

  /** The officers of one theme. */
  Layer officers(String theme);
}
