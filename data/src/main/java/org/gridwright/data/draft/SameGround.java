package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether two outlines enclose the same ground: corners of one that the other does not have lie on
 * its lines, to a lattice step, as where a neighbour was divided.
 */
final class SameGround {

  private static final double STEP = 1;

  private SameGround() {}

  static boolean is(@Nullable LatticeMultiPolygon before, @Nullable LatticeMultiPolygon after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return before.equals(after) || (liesOn(after, before) && liesOn(before, after));
  }

  private static boolean liesOn(LatticeMultiPolygon corners, LatticeMultiPolygon lines) {
    List<LatticeRing> rings = new ArrayList<>();
    Set<LatticePoint> known = new HashSet<>();
    lines.forEachRing(
        ring -> {
          rings.add(ring);
          for (int i = 0; i < ring.size(); i++) {
            known.add(new LatticePoint(ring.x(i), ring.y(i)));
          }
        });
    boolean[] all = {true};
    corners.forEachRing(
        ring -> {
          for (int i = 0; i < ring.size() && all[0]; i++) {
            LatticePoint corner = new LatticePoint(ring.x(i), ring.y(i));
            all[0] = known.contains(corner) || liesOn(corner, rings);
          }
        });
    return all[0];
  }

  private static boolean liesOn(LatticePoint corner, List<LatticeRing> rings) {
    Coordinate point = new Coordinate(corner.x(), corner.y());
    for (LatticeRing ring : rings) {
      for (int i = 1; i < ring.size(); i++) {
        Coordinate from = new Coordinate(ring.x(i - 1), ring.y(i - 1));
        Coordinate to = new Coordinate(ring.x(i), ring.y(i));
        if (Distance.pointToSegment(point, from, to) <= STEP) {
          return true;
        }
      }
    }
    return false;
  }
}
