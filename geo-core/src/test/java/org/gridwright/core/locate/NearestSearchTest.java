package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;

/** The runner-up against a search of every edge, one by one, by geodesics alone. */
class NearestSearchTest {

  @Test
  void everyEdgeSearchedOneByOneGivesTheSameOnHardPartitions() {
    Random random = new Random(6);
    for (int round = 0; round < 40; round++) {
      assertNearest(RandomPartitions.hard(random), 8, 1, round);
    }
  }

  @Test
  void everyEdgeSearchedOneByOneGivesTheSameOnACity() {
    assertNearest(RandomPartitions.city(64, 4), 50, 0.2, 7);
  }

  @Test
  void everyEdgeSearchedOneByOneGivesTheSameOnChicago() {
    assertNearest(RealFeatures.plan(RealData.file("chicago/beats.geojson.gz"), "beat"), 20, 0.1, 8);
  }

  @Test
  void theBulkFormSaysTheSame() {
    for (Plan plan : List.of(Pictures.plan("AB / CA"), RandomPartitions.city(40, 2))) {
      HardPoints points = HardPoints.of(plan, 3, 500, 4);
      PackedLocator packed = PackedLocator.of(plan);
      Locator reference = JtsLocator.of(plan);
      PlacementBatch bulk = new PlacementBatch();
      PlacementBatch oneByOne = new PlacementBatch();
      int n = points.size() - 3;
      packed.place(points.x(), points.y(), 3, points.size(), bulk);
      reference.place(points.x(), points.y(), 3, points.size(), oneByOne);
      assertThat(bulk.size()).isEqualTo(n);
      for (int i = 0; i < n; i++) {
        Placement expected = reference.place(points.x()[i + 3], points.y()[i + 3]);
        assertThat(bulk.get(i)).isEqualTo(expected);
        assertThat(oneByOne.get(i)).isEqualTo(expected);
      }
    }
  }

  @Test
  void aBatchIsReusedAndNamesTheContestingGrids() {
    Plan overlap = Overlaps.threeSquares();
    PackedLocator locator = PackedLocator.of(overlap);
    PlacementBatch batch = new PlacementBatch();
    int[] x = {5, 12, 15, 25, 40};
    int[] y = {5, 5, 5, 5, 5};
    for (int round = 0; round < 2; round++) {
      locator.place(x, y, 0, x.length, batch);
      for (int i = 0; i < x.length; i++) {
        assertThat(batch.get(i)).isEqualTo(JtsLocator.of(overlap).place(x[i], y[i]));
      }
    }
    assertThat(batch.contestedCount(1)).isEqualTo(2);
    assertThat(batch.contested(1, 1)).isEqualTo(2);
    locator.place(x, y, 4, 5, batch);
    assertThat(batch.size()).isEqualTo(1);
    assertThat(batch.contestedCount(0)).isZero();
  }

  @Test
  void contactsAreThoseOfTheFullAnswer() {
    for (Plan plan : List.of(Overlaps.threeSquares(), RandomPartitions.city(40, 2))) {
      HardPoints points = HardPoints.of(plan, 3, 500, 4);
      PackedLocator locator = PackedLocator.of(plan);
      PlacementBatch full = new PlacementBatch();
      PlacementBatch contacts = new PlacementBatch();
      locator.place(points.x(), points.y(), 3, points.size(), full);
      locator.contacts(points.x(), points.y(), 3, points.size(), contacts);
      assertThat(contacts.size()).isEqualTo(full.size());
      for (int i = 0; i < full.size(); i++) {
        assertThat(contacts.owner(i)).isEqualTo(full.owner(i));
        assertThat(contacts.onBoundary(i)).isEqualTo(full.onBoundary(i));
        assertThat(contacts.get(i).contested()).isEqualTo(full.get(i).contested());
      }
    }
  }

  @Test
  void theSamePlaceFarAwayIsAnsweredAgain() {
    PackedLocator locator = PackedLocator.of(RandomPartitions.city(9, 1));
    PlacementBatch batch = new PlacementBatch();
    locator.place(new int[5], new int[] {0, 0, 7, 0, 0}, 0, 5, batch);
    for (int i : new int[] {1, 3, 4}) {
      assertThat(batch.get(i)).isEqualTo(batch.get(0));
    }
    assertThat(batch.get(0)).isEqualTo(locator.place(0, 0));
    assertThat(batch.get(2)).isEqualTo(locator.place(0, 7));
  }

  @Test
  void anEdgeIsNearAcrossTheAntimeridian() {
    LatticeRing west = LatticeRing.of(0, 0, 500, 0, 500, 500, 0, 500, 0, 0);
    Plan plan = Overlaps.plan(moved(west, 1_799_990_000), moved(west, 1_799_999_000));
    Placement place = PackedLocator.of(plan).place(-1_799_999_900, 100);
    Placement.RunnerUp runnerUp = place.runnerUp().orElseThrow();
    assertThat(runnerUp.owner()).isEqualTo(2);
    assertThat(runnerUp.distanceMetres())
        .isCloseTo(Geodesy.metres(-1_799_999_900, 100, 1_799_999_500, 100), within(2e-6));
  }

  private static LatticeRing moved(LatticeRing ring, int dx) {
    int[] xy = ring.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] += dx;
    }
    return LatticeRing.of(xy);
  }

  private static void assertNearest(Plan plan, int points, double margin, long seed) {
    PackedLocator locator = PackedLocator.of(plan);
    Random random = new Random(seed);
    double width = plan.envelope().maxX() - (double) plan.envelope().minX();
    double height = plan.envelope().maxY() - (double) plan.envelope().minY();
    for (int i = 0; i < points; i++) {
      double u = random.nextDouble() * (1 + 2 * margin) - margin;
      double v = random.nextDouble() * (1 + 2 * margin) - margin;
      int x = (int) (plan.envelope().minX() + u * width);
      int y = (int) (plan.envelope().minY() + v * height);
      Placement place = locator.place(x, y);
      double least = Double.POSITIVE_INFINITY;
      double ofRunnerUp = Double.POSITIVE_INFINITY;
      for (int owner = 1; owner <= plan.grids().size(); owner++) {
        if (owner != place.owner() && !place.contested().contains(owner)) {
          double metres = metresTo(plan, owner, x, y, least + 1e-3);
          boolean isRunnerUp = place.runnerUp().orElseThrow().owner() == owner;
          ofRunnerUp = isRunnerUp ? metres : ofRunnerUp;
          least = Math.min(least, metres);
        }
      }
      if (least == Double.POSITIVE_INFINITY) {
        assertThat(place.runnerUp()).isEmpty();
      } else {
        assertThat(place.runnerUp().orElseThrow().distanceMetres()).isCloseTo(least, within(2e-6));
        assertThat(ofRunnerUp).as("at %d %d", x, y).isCloseTo(least, within(2e-6));
      }
    }
  }

  /**
   * Least of every edge by ternary search; edges clearly farther than {@code limit} are skipped.
   */
  private static double metresTo(Plan plan, int owner, int x, int y, double limit) {
    double[] least = {Double.POSITIVE_INFINITY};
    plan.grids()
        .get(owner - 1)
        .drawnArea()
        .forEachRing(
            ring -> {
              for (int k = 1; k < ring.size(); k++) {
                double length = Geodesy.metres(ring.x(k - 1), ring.y(k - 1), ring.x(k), ring.y(k));
                double atEnd = Geodesy.metres(x, y, ring.x(k), ring.y(k));
                if (atEnd - 1.01 * length <= Math.min(limit, least[0])) {
                  least[0] = Math.min(least[0], ternary(ring, k, x, y));
                }
              }
            });
    return least[0];
  }

  private static double ternary(LatticeRing ring, int k, int x, int y) {
    double low = 0;
    double high = 1;
    for (int round = 0; round < 50; round++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (metres(ring, k, left, x, y) <= metres(ring, k, right, x, y)) {
        high = right;
      } else {
        low = left;
      }
    }
    double ends = Math.min(metres(ring, k, 0, x, y), metres(ring, k, 1, x, y));
    return Math.min(ends, metres(ring, k, low, x, y));
  }

  private static double metres(LatticeRing ring, int k, double t, int x, int y) {
    double lon = ring.x(k - 1) + t * ((double) ring.x(k) - ring.x(k - 1));
    double lat = ring.y(k - 1) + t * ((double) ring.y(k) - ring.y(k - 1));
    double steps = Lattice.STEPS_PER_DEGREE;
    return Geodesy.metresBetween(x / steps, y / steps, lon / steps, lat / steps);
  }
}
