package org.gridwright.core.plan;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/** The 180th meridian, where the lattice ends: whether areas lie on both sides of it. */
final class FarMeridian {

  /** A quarter turn in lattice steps; beyond it, either way, is the far side of the earth. */
  private static final int QUARTER = 900_000_000;

  private boolean east;
  private boolean west;
  private boolean near;

  private FarMeridian() {}

  /** Whether all corners lie on the far side of the earth, some east and some west. */
  static boolean divides(List<LatticeMultiPolygon> areas) {
    FarMeridian sides = new FarMeridian();
    for (LatticeMultiPolygon area : areas) {
      for (LatticePolygon polygon : area.polygons()) {
        sides.look(polygon.shell());
      }
    }
    return sides.east && sides.west && !sides.near;
  }

  private void look(LatticeRing ring) {
    for (int i = 0; i < ring.size(); i++) {
      east |= ring.x(i) > QUARTER;
      west |= ring.x(i) < -QUARTER;
      near |= Math.abs(ring.x(i)) <= QUARTER;
    }
  }
}
