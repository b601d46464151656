package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.NestedRings;
import org.gridwright.core.lattice.Packed;

/**
 * Joins the edges around some faces to rings, and these to polygons that are valid: a ring that
 * touches itself in a point becomes two. All points stay.
 */
final class PartOutline {

  /** By starting point, the ends of the edges around the faces that are not passed so far. */
  private final TreeMap<Long, List<Long>> edges = new TreeMap<>();

  private final List<LatticeRing> shells = new ArrayList<>();
  private final List<LatticeRing> holes = new ArrayList<>();

  private PartOutline(Mosaic mosaic, int part) {
    for (Face face : mosaic.part(part)) {
      for (int i = 0; i < face.ring.length; i++) {
        Face other = mosaic.across(face, i);
        if (other == null || other.part != part) {
          edges
              .computeIfAbsent(face.ring[i], it -> new ArrayList<>(1))
              .add(face.ring[face.after(i)]);
        }
      }
    }
  }

  /** The union of the faces of a part. */
  static LatticeMultiPolygon of(Mosaic mosaic, int part) {
    PartOutline outline = new PartOutline(mosaic, part);
    while (!outline.edges.isEmpty()) {
      outline.walk(outline.edges.firstKey());
    }
    return NestedRings.of(outline.shells, outline.holes);
  }

  /** Follows edges back to where it began, and cuts a ring off whenever it meets itself. */
  private void walk(long first) {
    List<Long> way = new ArrayList<>(List.of(first));
    Map<Long, Integer> positions = new HashMap<>(Map.of(first, 0));
    long before = first;
    long at = first;
    while (true) {
      long next = take(at, before);
      before = at;
      at = next;
      Integer met = positions.get(at);
      if (met == null) {
        positions.put(at, way.size());
        way.add(at);
        continue;
      }
      List<Long> ring = new ArrayList<>(way.subList(met, way.size()));
      addRing(ring);
      ring.subList(1, ring.size()).forEach(positions::remove);
      way.subList(met + 1, way.size()).clear();
      if (met == 0) {
        return;
      }
    }
  }

  /** Takes the edge that has the same corner of the faces on its left as the one come by. */
  private long take(long at, long before) {
    List<Long> ends = Objects.requireNonNull(edges.get(at));
    int best = 0;
    for (int i = 1; i < ends.size() && before != at; i++) {
      best = isSooner(at, before, ends.get(i), ends.get(best)) ? i : best;
    }
    long end = ends.remove(best);
    if (ends.isEmpty()) {
      edges.remove(at);
    }
    return end;
  }

  /** Whether turning clockwise from the way back one comes to a before b. */
  private static boolean isSooner(long at, long back, long a, long b) {
    int turnA = turn(at, back, a);
    int turnB = turn(at, back, b);
    return turnA == turnB ? cross(at, a, b) < 0 : turnA < turnB;
  }

  /** 0 for less than half a turn clockwise, 1 for half a turn, 2 for more. */
  private static int turn(long at, long back, long to) {
    long cross = cross(at, back, to);
    return cross < 0 ? 0 : cross == 0 ? 1 : 2;
  }

  private static long cross(long at, long a, long b) {
    return Lattice.cross(
        Packed.x(at), Packed.y(at), Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b));
  }

  private void addRing(List<Long> points) {
    int[] xy = new int[2 * points.size() + 2];
    for (int i = 0; i <= points.size(); i++) {
      long point = points.get(i % points.size());
      xy[2 * i] = Packed.x(point);
      xy[2 * i + 1] = Packed.y(point);
    }
    LatticeRing ring = LatticeRing.of(xy);
    (ring.signedArea2() > 0 ? shells : holes).add(ring);
  }
}
