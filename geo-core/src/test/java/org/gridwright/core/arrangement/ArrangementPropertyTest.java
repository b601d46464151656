package org.gridwright.core.arrangement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Arrangements of seeded random outlines, crossing and self-crossing ones among them. */
class ArrangementPropertyTest {

  /** Rings of a few random points in a small square: nearly everything crosses everything. */
  private static List<LatticeMultiPolygon> tangle(Random random, int units, int span) {
    List<LatticeMultiPolygon> areas = new ArrayList<>();
    while (areas.size() < units) {
      int points = 3 + random.nextInt(5);
      int[] xy = new int[2 * points + 2];
      for (int i = 0; i < 2 * points; i++) {
        xy[i] = random.nextInt(span) - span / 2;
      }
      xy[2 * points] = xy[0];
      xy[2 * points + 1] = xy[1];
      if (IntStream.range(0, points)
          .allMatch(i -> xy[2 * i] != xy[2 * i + 2] || xy[2 * i + 1] != xy[2 * i + 3])) {
        areas.add(LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy))));
      }
    }
    return areas;
  }

  private static BitSet invalid(List<LatticeMultiPolygon> areas) {
    BitSet invalid = new BitSet();
    for (int i = 0; i < areas.size(); i++) {
      invalid.set(i, !Wkt.geometry(Wkt.of(areas.get(i))).isValid());
    }
    return invalid;
  }

  @Test
  void edgesMeetAtTheirEndsOnly() {
    for (int seed = 0; seed < SeededRuns.of(300); seed++) {
      Random random = new Random(seed);
      List<LatticeMultiPolygon> areas =
          tangle(random, 1 + random.nextInt(8), seed % 2 == 0 ? 12 : 400);
      Arrangement a = Arrangement.of(areas, invalid(areas));
      for (int e = 0; e < a.edgeCount(); e++) {
        for (int f = e + 1; f < a.edgeCount(); f++) {
          assertThat(meetInside(a, e, f)).as("seed %d, edges %d and %d", seed, e, f).isFalse();
        }
      }
    }
  }

  private static boolean meetInside(Arrangement a, int e, int f) {
    int[] sides = {
      side(a, e, 2 * f), side(a, e, 2 * f + 1), side(a, f, 2 * e), side(a, f, 2 * e + 1)
    };
    if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) {
      return true;
    }
    return isInside(a, e, 2 * f)
        || isInside(a, e, 2 * f + 1)
        || isInside(a, f, 2 * e)
        || isInside(a, f, 2 * e + 1);
  }

  private static int side(Arrangement a, int edge, int half) {
    int h = 2 * edge;
    return Lattice.orientation(a.x(h), a.y(h), a.x(h + 1), a.y(h + 1), a.x(half), a.y(half));
  }

  private static boolean isInside(Arrangement a, int edge, int half) {
    int h = 2 * edge;
    boolean end =
        (a.x(half) == a.x(h) && a.y(half) == a.y(h))
            || (a.x(half) == a.x(h + 1) && a.y(half) == a.y(h + 1));
    return !end && Lattice.onSegment(a.x(h), a.y(h), a.x(h + 1), a.y(h + 1), a.x(half), a.y(half));
  }

  /** Far from every outline, the units over a place are those that even–odd counting finds. */
  @Test
  void ownersAreThoseOfEvenOddCounting() {
    for (int seed = 0; seed < SeededRuns.of(100); seed++) {
      Random random = new Random(seed);
      List<LatticeMultiPolygon> areas = tangle(random, 1 + random.nextInt(8), 4000);
      Arrangement a = Arrangement.of(areas, invalid(areas));
      Geometry[] faces =
          IntStream.range(0, a.faceCount())
              .mapToObj(f -> f == 0 ? null : Wkt.geometry(Wkt.of(a.area(f).orElseThrow())))
              .toArray(Geometry[]::new);
      for (int i = 0; i < 40; i++) {
        int x = random.nextInt(4400) - 2200;
        int y = random.nextInt(4400) - 2200;
        if (areas.stream().allMatch(area -> distance(area, x, y) > 3)) {
          int[] expected =
              IntStream.range(0, areas.size())
                  .filter(unit -> coversOdd(areas.get(unit), x, y))
                  .toArray();
          assertThat(named(ownersAt(a, faces, x, y), expected, a))
              .as("seed %d at %d %d", seed, x, y)
              .isEqualTo(expected);
        }
      }
    }
  }

  /** A unit that meets no other is not named; then it is the only one that covers the place. */
  private static int[] named(int[] owners, int[] expected, Arrangement a) {
    boolean alone =
        owners.length == 1
            && owners[0] == Arrangement.SOUND
            && expected.length == 1
            && Arrays.stream(a.namedUnits()).noneMatch(unit -> unit == expected[0]);
    return alone ? expected : owners;
  }

  private static int[] ownersAt(Arrangement a, Geometry[] faces, int x, int y) {
    Geometry point = Wkt.geometry("POINT(" + x + " " + y + ")");
    for (int f = 1; f < faces.length; f++) {
      if (faces[f].contains(point)) {
        return a.owners(f);
      }
    }
    return new int[0];
  }

  private static double distance(LatticeMultiPolygon area, int x, int y) {
    return Wkt.geometry(Wkt.of(area))
        .getBoundary()
        .distance(Wkt.geometry("POINT(" + x + " " + y + ")"));
  }

  private static boolean coversOdd(LatticeMultiPolygon area, int x, int y) {
    boolean[] inside = {false};
    area.forEachRing(
        ring -> {
          for (int i = 1; i < ring.size(); i++) {
            if (ring.y(i - 1) <= y != ring.y(i) <= y
                && Lattice.orientation(ring.x(i - 1), ring.y(i - 1), ring.x(i), ring.y(i), x, y) > 0
                    == ring.y(i) > ring.y(i - 1)) {
              inside[0] = !inside[0];
            }
          }
        });
    return inside[0];
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    for (int seed = 0; seed < SeededRuns.of(100); seed++) {
      Random random = new Random(seed);
      List<LatticeMultiPolygon> areas = tangle(random, 6, 60);
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
      Collections.shuffle(order, random);
      List<LatticeMultiPolygon> shuffled = order.stream().map(areas::get).toList();
      assertThat(described(shuffled, order))
          .as("seed %d", seed)
          .isEqualTo(described(areas, List.of(0, 1, 2, 3, 4, 5)));
    }
  }

  private static Map<String, Double> described(
      List<LatticeMultiPolygon> areas, List<Integer> names) {
    Arrangement a = Arrangement.of(areas, invalid(areas));
    Map<String, Double> described = new TreeMap<>();
    a.boundedFaces()
        .forEach(
            f ->
                described.merge(
                    Arrays.toString(
                        IntStream.of(a.owners(f))
                            .map(o -> o == Arrangement.SOUND ? o : names.get(o))
                            .sorted()
                            .toArray()),
                    Wkt.geometry(Wkt.of(a.area(f).orElseThrow())).getArea(),
                    Double::sum));
    return described;
  }

  /** Columns a single step wide, islands, T-junctions: what is sound must stay as it is. */
  @Test
  void aHardPartitionHasNoFaceOfTwoAndMovesNothing() {
    for (int seed = 0; seed < SeededRuns.of(300); seed++) {
      List<LatticeMultiPolygon> areas =
          RandomPartitions.hard(new Random(seed)).grids().stream().map(Unit::drawnArea).toList();
      Arrangement a = Arrangement.of(areas, invalid(areas));
      assertThat(a.boundedFaces().map(a::depth).max().orElseThrow())
          .as("seed %d", seed)
          .isEqualTo(1);
      for (int unit : a.namedUnits()) {
        int[] own = a.boundedFaces().filter(f -> a.covers(unit, f)).toArray();
        Geometry before = Wkt.geometry(Wkt.of(areas.get(unit)));
        Geometry after = Wkt.geometry(Wkt.of(a.area(own).orElseThrow()));
        assertThat(after.isValid()).isTrue();
        assertThat(after.getArea()).as("seed %d", seed).isEqualTo(before.getArea());
      }
    }
  }
}
