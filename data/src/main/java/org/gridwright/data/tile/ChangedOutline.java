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
    LabelPoint label = LabelPoint.of(before);
    LabelPoint later = LabelPoint.of(after);
    if (!label.equals(later)) {
      boxes.add(point(label.place()));
      boxes.add(point(later.place()));
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
    return point(new LatticePoint(Packed.x(packed), Packed.y(packed)));
  }

  private static LatticeEnvelope point(LatticePoint place) {
    return new LatticeEnvelope(place.x(), place.y(), place.x(), place.y());
  }
}
