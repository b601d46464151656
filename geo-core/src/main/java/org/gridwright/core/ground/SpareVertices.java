package org.gridwright.core.ground;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;

/**
 * Vertices that dissolving leaves on straight borders, where parts of one unit met. A neighbour
 * that was drawn along the whole of it has none there, and its edges would not match; one that was
 * drawn part by part has, and needs them. So those stay that another unit has too. For one thread.
 */
public final class SpareVertices {

  /** A vertex that somebody needs, whoever has it. */
  private static final int NEEDED = -1;

  private final List<LatticeMultiPolygon> areas;

  /** Straight vertices of units that were drawn anew, with the unit or {@link #NEEDED}. */
  private final Map<Long, Integer> spare = new HashMap<>();

  private SpareVertices(List<LatticeMultiPolygon> areas) {
    this.areas = areas;
  }

  /**
   * The areas of a plan without the spare vertices of some.
   *
   * @param drawnAnew positions of the areas that were drawn anew; the others stay as they are
   */
  public static List<LatticeMultiPolygon> dropped(
      List<LatticeMultiPolygon> areas, BitSet drawnAnew) {
    SpareVertices vertices = new SpareVertices(areas);
    drawnAnew.stream().forEach(vertices::findStraight);
    if (vertices.spare.isEmpty()) {
      return areas;
    }
    for (int unit = 0; unit < areas.size(); unit++) {
      vertices.keepNeeded(unit);
    }
    List<LatticeMultiPolygon> dropped = new ArrayList<>(areas);
    drawnAnew.stream().forEach(unit -> dropped.set(unit, vertices.without(unit)));
    return dropped;
  }

  /** An area without the vertices that lie straight between those beside them: for comparing. */
  public static LatticeMultiPolygon withoutStraight(LatticeMultiPolygon area) {
    return mapped(area, ring -> kept(ring, i -> !isStraight(ring, i)));
  }

  private void findStraight(int unit) {
    areas
        .get(unit)
        .forEachRing(
            ring -> {
              for (int i = 1; i < ring.size(); i++) {
                if (isStraight(ring, i)) {
                  spare.putIfAbsent(Packed.of(ring.x(i), ring.y(i)), unit);
                }
              }
            });
  }

  private void keepNeeded(int unit) {
    areas
        .get(unit)
        .forEachRing(
            ring -> {
              for (int i = 1; i < ring.size(); i++) {
                long point = Packed.of(ring.x(i), ring.y(i));
                Integer owner = spare.get(point);
                if (owner != null && (owner != unit || !isStraight(ring, i))) {
                  spare.put(point, NEEDED);
                }
              }
            });
  }

  private LatticeMultiPolygon without(int unit) {
    return mapped(
        areas.get(unit),
        ring ->
            kept(ring, i -> spare.getOrDefault(Packed.of(ring.x(i), ring.y(i)), NEEDED) != unit));
  }

  private static LatticeMultiPolygon mapped(
      LatticeMultiPolygon area, UnaryOperator<LatticeRing> ring) {
    return new LatticeMultiPolygon(
        area.polygons().stream()
            .map(
                polygon ->
                    new LatticePolygon(
                        ring.apply(polygon.shell()), polygon.holes().stream().map(ring).toList()))
            .toList());
  }

  /** A ring with some of its vertices, from 1 on; the same one with all, or where none would be. */
  private static LatticeRing kept(LatticeRing ring, IntPredicate keep) {
    int[] kept = IntStream.range(1, ring.size()).filter(keep).toArray();
    if (kept.length == ring.size() - 1 || kept.length < 3) {
      return ring;
    }
    int[] xy = new int[2 * kept.length + 2];
    for (int i = 0; i <= kept.length; i++) {
      xy[2 * i] = ring.x(kept[i % kept.length]);
      xy[2 * i + 1] = ring.y(kept[i % kept.length]);
    }
    return LatticeRing.of(xy);
  }

  /** Whether a vertex, from 1 on, lies strictly between those beside it on one line. */
  private static boolean isStraight(LatticeRing ring, int i) {
    int next = i + 1 < ring.size() ? i + 1 : 1;
    return Lattice.onSegment(
        ring.x(i - 1), ring.y(i - 1), ring.x(next), ring.y(next), ring.x(i), ring.y(i));
  }
}
