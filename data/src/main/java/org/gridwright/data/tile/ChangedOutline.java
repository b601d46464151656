package org.gridwright.data.tile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.tile.LabelPoint;

/** Where an area is drawn otherwise than before. */
final class ChangedOutline {

  private ChangedOutline() {}

  private record OutlineEdge(long from, long to) {}

  /**
   * Adds the rectangle around all edges that only one of two areas has, which holds the ground by
   * which they differ, and the label points where these differ. Takes time linear in the vertices
   * of rings that differ.
   */
  static void boxes(
      LatticeMultiPolygon before, LatticeMultiPolygon after, List<LatticeEnvelope> boxes) {
    Set<OutlineEdge> were = edges(before);
    Set<OutlineEdge> are = edges(after);
    LatticeEnvelope box = around(were, are).union(around(are, were));
    if (!box.isEmpty()) {
      boxes.add(box);
    }
    LatticePoint label = LabelPoint.of(before);
    LatticePoint moved = LabelPoint.of(after);
    if (!label.equals(moved)) {
      boxes.add(new LatticeEnvelope(label.x(), label.y(), label.x(), label.y()));
      boxes.add(new LatticeEnvelope(moved.x(), moved.y(), moved.x(), moved.y()));
    }
  }

  private static Set<OutlineEdge> edges(LatticeMultiPolygon area) {
    Set<OutlineEdge> edges = new HashSet<>();
    area.forEachRing(ring -> addEdges(ring, edges));
    return edges;
  }

  private static void addEdges(LatticeRing ring, Set<OutlineEdge> edges) {
    for (int i = 1; i < ring.size(); i++) {
      edges.add(
          new OutlineEdge(
              Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i))));
    }
  }

  /** The rectangle around edges that others do not have. */
  private static LatticeEnvelope around(Set<OutlineEdge> edges, Set<OutlineEdge> others) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (OutlineEdge edge : edges) {
      if (!others.contains(edge)) {
        box = box.union(point(edge.from())).union(point(edge.to()));
      }
    }
    return box;
  }

  private static LatticeEnvelope point(long packed) {
    int x = Packed.x(packed);
    int y = Packed.y(packed);
    return new LatticeEnvelope(x, y, x, y);
  }
}
