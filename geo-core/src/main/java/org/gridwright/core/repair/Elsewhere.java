package org.gridwright.core.repair;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * What one finding is not about: the outlines of all other units near its place, none of which may
 * change, and everything farther away. Immutable after it was made.
 */
final class Elsewhere {

  private record Edge(long from, long to) {}

  /** There is nothing that must stay. */
  static final Elsewhere NOTHING = new Elsewhere(null);

  private final @Nullable Envelope place;
  private final Set<Long> vertices = new HashSet<>();
  private final Set<Edge> edges = new HashSet<>();

  private Elsewhere(@Nullable Envelope place) {
    this.place = place;
  }

  /**
   * The surroundings of a place.
   *
   * @param place in lattice steps, with the room that may change around it
   * @param others areas of other units that come near it
   */
  static Elsewhere around(Envelope place, List<LatticeMultiPolygon> others) {
    Elsewhere elsewhere = new Elsewhere(place);
    others.forEach(
        area ->
            area.forEachRing(
                ring -> {
                  for (int i = 1; i < ring.size(); i++) {
                    elsewhere.add(
                        Packed.of(ring.x(i - 1), ring.y(i - 1)), Packed.of(ring.x(i), ring.y(i)));
                  }
                }));
    return elsewhere;
  }

  private void add(long from, long to) {
    if (concerns(from, to)) {
      vertices.add(from);
      vertices.add(to);
      edges.add(new Edge(from, to));
    }
  }

  /** Whether another unit has a vertex at a point near the place. */
  boolean hasVertex(long point) {
    return vertices.contains(point);
  }

  /** Whether another unit has an edge near the place. */
  boolean hasEdge(long from, long to) {
    return edges.contains(new Edge(from, to));
  }

  /** Whether an edge comes near the place. */
  boolean concerns(long from, long to) {
    return place == null || place.intersects(new Envelope(point(from), point(to)));
  }

  private static Coordinate point(long packed) {
    return new Coordinate(Packed.x(packed), Packed.y(packed));
  }
}
