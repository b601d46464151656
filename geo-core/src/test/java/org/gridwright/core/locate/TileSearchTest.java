package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What borders and tiles say against the search of the tree, bit for bit, on hard points in and
 * around.
 */
class TileSearchTest {

  @Test
  void citiesAndHardPartitions() {
    assertSame(RandomPartitions.city(122, 3), 3, 3_000, 1);
    assertSame(RandomPartitions.city(1_037, 1), 40, 10_000, 2);
    Random random = new Random(9);
    for (int round = 0; round < 30; round++) {
      assertSame(RandomPartitions.hard(random), 1, 200, round);
    }
  }

  @Test
  void plansWithOverlapsOrHardlyAnyNeighbour() {
    assertSame(Overlaps.threeSquares(), 1, 2_000, 3);
    assertSame(Pictures.plan("A"), 1, 200, 4);
    assertSame(Pictures.plan("AB / CA"), 1, 2_000, 4);
    Plan apart =
        Overlaps.plan(square(0, 0, 90_000), square(400_000, 0, 70_000), square(0, 900_000, 5));
    assertSame(apart, 1, 20_000, 5);
  }

  @Test
  void gridsThatLieWithinAnotherOneWhoseOwnBorderMatches() {
    int side = 40_000;
    List<LatticeRing> rings = new ArrayList<>();
    for (int cell = 0; cell < 9; cell++) {
      rings.add(square(cell % 3 * side, cell / 3 * side, side));
    }
    rings.add(square(side + 9_000, side + 14_000, 5_000));
    rings.add(square(side + 14_000, side + 14_000, 5_000));
    rings.add(square(side + 30_000, side + 35_000, 5_000));
    assertSame(Overlaps.plan(rings.toArray(LatticeRing[]::new)), 1, 20_000, 9);
    rings.set(11, square(2 * side - 2_000, side + 20_000, 5_000));
    assertSame(Overlaps.plan(rings.toArray(LatticeRing[]::new)), 1, 20_000, 10);
  }

  @ParameterizedTest
  @CsvSource({"1799990000, 0", "-1799999000, 0", "0, 899000000", "0, 700000000", "0, -850000000"})
  void farNorthAndBesideTheAntimeridian(int x, int y) {
    Plan plan =
        Overlaps.plan(square(x, y, 3_000), square(x + 3_000, y, 900), square(x, y + 3_000, 5_000));
    assertSame(plan, 1, 3_000, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "chicago/beats.geojson.gz, beat",
    "nyc/precincts_77.geojson.gz, precinct",
    "vancouver/neighbourhoods_22.geojson.gz, name"
  })
  void realPlans(String file, String code) {
    assertSame(RealFeatures.plan(RealData.file(file), code), 11, 5_000, 7);
  }

  @Test
  void aLocatorThatWasWrittenAndReadSaysTheSame() throws IOException, ClassNotFoundException {
    Plan plan = RandomPartitions.city(40, 2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(PackedLocator.of(plan));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertSame((PackedLocator) in.readObject(), HardPoints.of(plan, 3, 500, 8));
    }
  }

  private static void assertSame(Plan plan, int share, int randoms, long seed) {
    assertSame(PackedLocator.of(plan), HardPoints.of(plan, share, randoms, seed));
  }

  private static void assertSame(PackedLocator locator, HardPoints points) {
    PlacementBatch batch = new PlacementBatch();
    locator.place(points.x(), points.y(), 0, points.size(), batch);
    NearestSearch tree = new NearestSearch(locator.edges());
    for (int i = 0; i < points.size(); i++) {
      int x = points.x()[i];
      int y = points.y()[i];
      int[] others = batch.get(i).contested().stream().mapToInt(owner -> owner).toArray();
      tree.find(x, y, batch.owner(i), others, 0, others.length);
      if (batch.runnerUp(i) != tree.owner() || batch.runnerUpMetres(i) != tree.metres()) {
        assertThat(batch.get(i).runnerUp()).as("at %d %d", x, y).isEqualTo(tree.runnerUp());
      }
    }
  }

  private static LatticeRing square(int x, int y, int side) {
    return LatticeRing.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
  }
}
