package org.gridwright.core.ground;

import java.util.List;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * What parts cover, asked ring by ring of the definition alone: even–odd of each ring, holes out of
 * their own shells, the union of the parts. In whole numbers; knows nothing of faces.
 */
public final class DrawnParts {

  private DrawnParts() {}

  /** How many parts cover a point, which must lie on no ring; in half steps, longitude first. */
  public static int depth(List<LatticePolygon> parts, long x2, long y2) {
    int depth = 0;
    for (LatticePolygon part : parts) {
      boolean over = encloses(part.shell(), x2, y2);
      for (LatticeRing hole : part.holes()) {
        over &= !encloses(hole, x2, y2);
      }
      depth += over ? 1 : 0;
    }
    return depth;
  }

  /** Whether a hole of a part encloses a point that its shell does not. */
  public static boolean inStrayHole(List<LatticePolygon> parts, long x2, long y2) {
    return parts.stream()
        .anyMatch(
            part ->
                !encloses(part.shell(), x2, y2)
                    && part.holes().stream().anyMatch(hole -> encloses(hole, x2, y2)));
  }

  /** Even–odd of one ring. */
  public static boolean encloses(LatticeRing ring, long x2, long y2) {
    boolean inside = false;
    for (int i = 1; i < ring.size(); i++) {
      long ax = 2L * ring.x(i - 1);
      long ay = 2L * ring.y(i - 1);
      long bx = 2L * ring.x(i);
      long by = 2L * ring.y(i);
      if (ay > y2 != by > y2) {
        long left = (bx - ax) * (y2 - ay) - (x2 - ax) * (by - ay);
        inside ^= by > ay ? left > 0 : left < 0;
      }
    }
    return inside;
  }

  /** The least distance of a point, in half steps, from the rings of parts, in steps. */
  public static double distance(List<LatticePolygon> parts, long x2, long y2) {
    double least = Double.POSITIVE_INFINITY;
    for (LatticePolygon part : parts) {
      least = Math.min(least, distance(part.shell(), x2, y2));
      for (LatticeRing hole : part.holes()) {
        least = Math.min(least, distance(hole, x2, y2));
      }
    }
    return least;
  }

  private static double distance(LatticeRing ring, long x2, long y2) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < ring.size(); i++) {
      double ux = ring.x(i) - ring.x(i - 1);
      double uy = ring.y(i) - ring.y(i - 1);
      double px = x2 / 2.0 - ring.x(i - 1);
      double py = y2 / 2.0 - ring.y(i - 1);
      double along = Math.max(0, Math.min(1, (px * ux + py * uy) / (ux * ux + uy * uy)));
      least = Math.min(least, Math.hypot(px - along * ux, py - along * uy));
    }
    return least;
  }
}
