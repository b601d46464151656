package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class JtsLocatorPropertyTest {

  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");

  @Test
  void agreesWithTheRuleOnEveryPointOfHardPartitions() {
    for (int seed = 0; seed < SeededRuns.of(25); seed++) {
      Plan plan = RandomPartitions.hard(new Random(seed));
      assertAgreement(plan, seed, 250);
    }
  }

  @Test
  void agreesWithTheRuleOnOverlapsGapsAndRingsThatCrossThemselves() {
    for (int seed = 0; seed < SeededRuns.of(60); seed++) {
      assertAgreement(mess(new Random(seed), 0, 0, 12), seed, 120);
    }
  }

  @Test
  void agreesWithTheRuleWhereDifferencesAreLargest() {
    for (int seed = 0; seed < SeededRuns.of(10); seed++) {
      assertAgreement(mess(new Random(seed), -1_700_000_000, -890_000_000, 899_999_999), seed, 60);
    }
  }

  @Test
  void theAnswerDoesNotDependOnTheOrderOfUnitsNorOnTheirPlace() {
    for (int seed = 0; seed < SeededRuns.of(20); seed++) {
      Random random = new Random(seed);
      Plan plan = mess(random, 0, 0, 12);
      List<Unit> shuffled = new ArrayList<>(plan.grids());
      Collections.shuffle(shuffled, random);
      Locator locator = JtsLocator.of(plan);
      Locator reordered = JtsLocator.of(Plan.of(THEME, shuffled));
      int dx = 1_000_000_000 + random.nextInt(700_000_000);
      Locator moved =
          JtsLocator.of(
              Plan.of(
                  THEME,
                  plan.grids().stream().map(unit -> unit.withArea(moved(unit, dx))).toList()));
      for (int i = 0; i < 200; i++) {
        int x = random.nextInt(16) - 2;
        int y = random.nextInt(16) - 2;
        assertThat(reordered.place(x, y)).isEqualTo(locator.place(x, y));
        assertThat(moved.owner(x + dx, y)).isEqualTo(locator.owner(x, y));
      }
    }
  }

  @Test
  void insideASeamlessPlanEveryPointHasExactlyOneHolder() {
    Plan plan = RandomPartitions.city(49, 3);
    OracleLocator oracle = new OracleLocator(plan);
    Locator locator = JtsLocator.of(plan);
    for (Unit unit : plan.grids()) {
      LatticeRing ring = unit.drawnArea().polygons().get(0).shell();
      for (int i = 0; i < ring.size(); i += 7) {
        assertThat(oracle.holders(ring.x(i), ring.y(i))).hasSizeLessThanOrEqualTo(1);
        assertThat(locator.owner(ring.x(i), ring.y(i)))
            .isEqualTo(oracle.owner(ring.x(i), ring.y(i)))
            .isPositive();
      }
    }
  }

  /** Latitudes up to the pole, both sides of the antimeridian, and points near and far. */
  @Test
  void theRunnerUpIsTheNearestByGeodesicAnywhereOnEarth() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      int south = (int) ((random.nextDouble() * 1.78 - 0.9) * 1e9);
      int west = random.nextBoolean() ? 1_799_000_000 : random.nextInt(1_700_000_000);
      int width = 1 << (4 + random.nextInt(16));
      Plan plan = mess(random, west, Math.min(south, 900_000_000 - width), width);
      Locator locator = JtsLocator.of(plan);
      for (int i = 0; i < 5; i++) {
        double reach = width * Math.pow(10, random.nextInt(5));
        int x = (int) (west + (random.nextDouble() - 0.5) * reach);
        int y = (int) Math.max(-9e8, Math.min(9e8, south + (random.nextDouble() - 0.5) * reach));
        assertNearest(plan, locator.place(x, y), x, y);
      }
    }
  }

  private static void assertNearest(Plan plan, Placement place, int x, int y) {
    double least = Double.POSITIVE_INFINITY;
    for (int grid = 0; grid < plan.grids().size(); grid++) {
      if (grid + 1 != place.owner() && !place.contested().contains(grid + 1)) {
        least = Math.min(least, sampledMetres(plan.grids().get(grid).drawnArea(), x, y));
      }
    }
    if (least == Double.POSITIVE_INFINITY) {
      assertThat(place.runnerUp()).isEmpty();
      return;
    }
    Placement.RunnerUp runnerUp = place.runnerUp().orElseThrow();
    assertThat(runnerUp.distanceMetres()).isCloseTo(least, within(1e-5 + 1e-4 * least));
    assertThat(runnerUp.distanceMetres()).isLessThanOrEqualTo(least * (1 + 1e-9) + 2e-6);
    assertThat(sampledMetres(plan.grids().get(runnerUp.owner() - 1).drawnArea(), x, y))
        .isCloseTo(runnerUp.distanceMetres(), within(1e-5 + 1e-4 * least));
  }

  /** Refines twice around the best of equally spaced samples on every edge. */
  private static double sampledMetres(LatticeMultiPolygon area, int x, int y) {
    double least = Double.POSITIVE_INFINITY;
    for (OracleLocator.Segment edge : OracleLocator.segments(area)) {
      double low = 0;
      double high = 1;
      for (int round = 0; round < 6; round++) {
        double best = low;
        double bestMetres = Double.POSITIVE_INFINITY;
        for (int k = 0; k <= 24; k++) {
          double t = low + (high - low) * k / 24;
          double metres = metres(edge, t, x, y);
          if (metres < bestMetres) {
            bestMetres = metres;
            best = t;
          }
        }
        least = Math.min(least, bestMetres);
        double step = (high - low) / 24;
        low = Math.max(0, best - step);
        high = Math.min(1, best + step);
      }
    }
    return least;
  }

  private static double metres(OracleLocator.Segment edge, double t, int x, int y) {
    double steps = Lattice.STEPS_PER_DEGREE;
    double lon = edge.x1().doubleValue() * (1 - t) + edge.x2().doubleValue() * t;
    double lat = edge.y1().doubleValue() * (1 - t) + edge.y2().doubleValue() * t;
    return Geodesy.metresBetween(x / steps, y / steps, lon / steps, lat / steps);
  }

  private static void assertAgreement(Plan plan, int seed, int points) {
    OracleLocator oracle = new OracleLocator(plan);
    Locator locator = JtsLocator.of(plan);
    Random random = new Random(seed);
    for (int[] point : interestingPoints(plan, points, random)) {
      int x = point[0];
      int y = point[1];
      Placement place = locator.place(x, y);
      String where = "seed " + seed + " at " + x + " " + y;
      assertThat(locator.owner(x, y)).as(where).isEqualTo(oracle.owner(x, y));
      assertThat(place.owner()).as(where).isEqualTo(oracle.owner(x, y));
      assertThat(place.onBoundary()).as(where).isEqualTo(!oracle.touching(x, y).isEmpty());
      List<Integer> holders = oracle.holders(x, y);
      assertThat(place.contested()).as(where).isEqualTo(holders.size() > 1 ? holders : List.of());
      if (place.runnerUp().isPresent() && !place.contested().isEmpty()) {
        assertThat(place.contested()).doesNotContain(place.runnerUp().get().owner());
      }
    }
  }

  /** Vertices, points beside them, middles of edges, and points anywhere around. */
  @SuppressWarnings("ArrayAsKeyOfSetOrMap") // a point asked twice does no harm
  private static Set<int[]> interestingPoints(Plan plan, int count, Random random) {
    Set<int[]> points = new HashSet<>();
    List<int[]> vertices = new ArrayList<>();
    for (Unit unit : plan.grids()) {
      unit.drawnArea()
          .forEachRing(
              ring -> {
                for (int i = 1; i < ring.size(); i++) {
                  vertices.add(new int[] {ring.x(i), ring.y(i)});
                  vertices.add(
                      new int[] {
                        (int) (((long) ring.x(i) + ring.x(i - 1)) / 2),
                        (int) (((long) ring.y(i) + ring.y(i - 1)) / 2)
                      });
                }
              });
    }
    for (int i = 0; i < count; i++) {
      int[] base = vertices.get(random.nextInt(vertices.size()));
      int[] other = vertices.get(random.nextInt(vertices.size()));
      points.add(new int[] {base[0] + random.nextInt(3) - 1, base[1] + random.nextInt(3) - 1});
      points.add(new int[] {base[0], other[1]});
    }
    return points;
  }

  /** Random rings that overlap, cross themselves and leave gaps. */
  private static Plan mess(Random random, int west, int south, int width) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<LatticeRing> rings = new ArrayList<>();
      while (rings.size() < 1 + i % 2) {
        int n = 3 + random.nextInt(4);
        int[] xy = new int[2 * n + 2];
        for (int k = 0; k < 2 * n; k++) {
          xy[k] = (k % 2 == 0 ? west : south) + random.nextInt(width);
        }
        xy[2 * n] = xy[0];
        xy[2 * n + 1] = xy[1];
        rings.add(distinct(xy) ? LatticeRing.of(xy) : triangle(west, south));
      }
      String code = "U" + i;
      LatticePolygon polygon = new LatticePolygon(rings.get(0), rings.subList(1, rings.size()));
      units.add(new Unit(0, code, null, code, Map.of(), LatticeMultiPolygon.of(polygon)));
    }
    return Plan.of(THEME, units);
  }

  private static boolean distinct(int[] xy) {
    for (int k = 2; k < xy.length; k += 2) {
      if (xy[k] == xy[k - 2] && xy[k + 1] == xy[k - 1]) {
        return false;
      }
    }
    return true;
  }

  private static LatticeRing triangle(int x, int y) {
    return LatticeRing.of(x, y, x + 3, y, x, y + 3, x, y);
  }

  private static LatticeMultiPolygon moved(Unit unit, int dx) {
    List<LatticePolygon> polygons = new ArrayList<>();
    for (LatticePolygon polygon : unit.drawnArea().polygons()) {
      polygons.add(
          new LatticePolygon(
              moved(polygon.shell(), dx),
              polygon.holes().stream().map(hole -> moved(hole, dx)).toList()));
    }
    return new LatticeMultiPolygon(polygons);
  }

  private static LatticeRing moved(LatticeRing ring, int dx) {
    int[] xy = ring.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] += dx;
    }
    return LatticeRing.of(xy);
  }
}
