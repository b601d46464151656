package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.measure.LocalFrame;

/**
 * Cuts that leave no face of a polygon with a hole. From the westernmost point of each hole one
 * runs west and from its easternmost point one runs east, to the nearest point in sight. Going west
 * from cut to cut one comes to the shell, and going east too; so no cut has the same face on both
 * sides. That there is a point in sight is shown in D. Eberly, Triangulation by ear clipping, 2002.
 */
final class Bridges {

  private final List<long[]> rings = new ArrayList<>();
  private final List<DirectedEdge> bridges = new ArrayList<>();
  private final LocalFrame frame;

  private Bridges(LatticePolygon polygon, LocalFrame frame) {
    this.frame = frame;
    rings.add(Rings.open(polygon.shell()));
    for (LatticeRing hole : polygon.holes()) {
      rings.add(Rings.open(hole));
    }
  }

  /** The cuts for a valid polygon; none where it has no hole. */
  static List<DirectedEdge> of(LatticePolygon polygon, LocalFrame frame) {
    Bridges bridges = new Bridges(polygon, frame);
    for (int hole = 1; hole < bridges.rings.size(); hole++) {
      bridges.add(hole, true);
      bridges.add(hole, false);
    }
    return bridges.bridges;
  }

  private void add(int hole, boolean west) {
    long[] ring = rings.get(hole);
    int at = 0;
    for (int i = 1; i < ring.length; i++) {
      at = ring[i] < ring[at] == west ? i : at;
    }
    long from = ring[at];
    List<Long> ends = new ArrayList<>();
    for (int other = 0; other < rings.size(); other++) {
      for (long point : rings.get(other)) {
        if (other != hole && point == from) {
          return;
        }
        if (other != hole && point < from == west) {
          ends.add(point);
        }
      }
    }
    int corner = at;
    ends.sort(Comparator.comparingDouble(end -> frame.metres(from, end)));
    ends.stream()
        .filter(end -> Rings.leadsInside(ring, corner, end) && isInSight(from, end))
        .findFirst()
        .ifPresent(end -> bridges.add(new DirectedEdge(from, end)));
  }

  private boolean isInSight(long from, long to) {
    for (long[] ring : rings) {
      for (int i = 0; i < ring.length; i++) {
        if (Rings.conflict(from, to, ring[i], ring[i + 1 == ring.length ? 0 : i + 1])) {
          return false;
        }
      }
    }
    return bridges.stream()
        .noneMatch(bridge -> Rings.conflict(from, to, bridge.from(), bridge.to()));
  }
}
