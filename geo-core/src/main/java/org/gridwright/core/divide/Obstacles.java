package org.gridwright.core.divide;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** The outlines of a plan, found by place. Immutable once built, and thread-safe. */
final class Obstacles {

  private final STRtree tree = new STRtree();

  Obstacles(List<LatticeMultiPolygon> areas) {
    for (LatticeMultiPolygon area : areas) {
      tree.insert(envelope(area.envelope()), area);
    }
    tree.build();
  }

  static Envelope envelope(LatticeEnvelope box) {
    return new Envelope(box.minX(), box.maxX(), box.minY(), box.maxY());
  }

  /** The areas whose rectangles come near a rectangle. */
  List<LatticeMultiPolygon> near(Envelope box) {
    return ((List<?>) tree.query(box)).stream().map(LatticeMultiPolygon.class::cast).toList();
  }

  /** Whether another edge has more in common with an edge, or with its bent form, than its ends. */
  boolean meet(DirectedEdge edge, long[] chain) {
    Envelope box =
        new Envelope(
            Packed.x(edge.from()), Packed.x(edge.to()), Packed.y(edge.from()), Packed.y(edge.to()));
    box.expandBy(1);
    boolean[] meets = {false};
    for (LatticeMultiPolygon area : near(box)) {
      area.forEachRing(ring -> meets[0] |= !meets[0] && meets(ring, edge, chain));
    }
    return meets[0];
  }

  private static boolean meets(LatticeRing ring, DirectedEdge edge, long[] chain) {
    long[] open = Rings.open(ring);
    for (int i = 0; i < open.length; i++) {
      DirectedEdge other = new DirectedEdge(open[i], open[(i + 1) % open.length]).undirected();
      if (!other.equals(edge) && meets(other, edge, chain)) {
        return true;
      }
    }
    return false;
  }

  /** As {@link #meet}, for one other edge. */
  static boolean meets(DirectedEdge other, DirectedEdge edge, long[] chain) {
    if (Rings.conflict(other.from(), other.to(), edge.from(), edge.to())) {
      return true;
    }
    long last = edge.from();
    for (long next : chain) {
      if (Rings.conflict(other.from(), other.to(), last, next)) {
        return true;
      }
      last = next;
    }
    return Rings.conflict(other.from(), other.to(), last, edge.to());
  }
}
