package org.gridwright.core.edit;

import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Level;

/**
 * A unit that a change leaves in more parts than it had.
 *
 * @param level its level
 * @param code its code afterwards
 * @param name its display name; the code where there is none
 * @param parts valid areas without a common border, the largest first; two or more
 */
public record TornUnit(Level level, String code, String name, List<LatticePolygon> parts) {

  public TornUnit {
    parts = parts.stream().sorted(Comparator.comparingDouble(TornUnit::size).reversed()).toList();
  }

  /** The smallest part, which is what should go elsewhere. */
  public LatticeMultiPolygon smallest() {
    return LatticeMultiPolygon.of(parts.get(parts.size() - 1));
  }

  /** The name and the code, or one of them where they are the same. */
  public String words() {
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  private static double size(LatticePolygon part) {
    return DividedPatch.size(LatticeMultiPolygon.of(part));
  }
}
