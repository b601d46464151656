package org.gridwright.data.store;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Theme;

/** The themes of the city. */
public interface ThemeStore {

  /** All themes in order of id. */
  List<Theme> all();

  Optional<Theme> find(String id);

  /**
   * Adds a theme; does nothing where the same theme exists.
   *
   * @throws StoreException when a theme of that id has other levels or another code scheme
   */
  void ensure(Theme theme);

  /** The polygon that the theme must cover, where one is known. */
  Optional<LatticeMultiPolygon> jurisdiction(String themeId);

  void setJurisdiction(String themeId, LatticeMultiPolygon area);
}
