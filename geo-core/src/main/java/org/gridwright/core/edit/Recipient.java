package org.gridwright.core.edit;

import java.util.Map;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The grid that gets ground of others.
 *
 * @param code its code
 * @param like null for a grid that is there already; for a new one, whose parent and attributes it
 *     gets
 */
record Recipient(String code, @Nullable Unit like) {

  static Recipient existing(String code) {
    return new Recipient(code, null);
  }

  /**
   * @param code null for a new grid
   * @param giver code of the grid that a new one is made beside
   */
  static Recipient of(Plan plan, @Nullable String code, String giver) {
    if (code != null) {
      return existing(code);
    }
    Unit like = Units.grid(plan, giver);
    String made =
        new NewCodes(plan, new Outcome(plan)).made(like.depth(), giver, like.parentCode());
    return new Recipient(made, like);
  }

  boolean isNew() {
    return like != null;
  }

  /** A part of a grid with its parent and attributes, but for its names. */
  static Unit part(Unit whole, String code, LatticeMultiPolygon area) {
    Map<String, String> attributes = new TreeMap<>(whole.attributes());
    attributes.keySet().removeIf(key -> key.startsWith(Unit.NAME_IN));
    return new Unit(whole.depth(), code, whole.parentCode(), code, attributes, area);
  }
}
