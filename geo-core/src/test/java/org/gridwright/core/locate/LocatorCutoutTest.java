package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cutout says of its point what the whole locator says. */
class LocatorCutoutTest {

  @Test
  void hardPartitionsAgreeAtEveryHardPoint() {
    Random random = new Random(5);
    for (int round = 0; round < 40; round++) {
      Plan plan = RandomPartitions.hard(random);
      PackedLocator whole = PackedLocator.of(plan);
      HardPoints points = HardPoints.of(plan, 3, 20, round);
      for (int i = 0; i < points.size(); i++) {
        assertSame(whole, points.x()[i], points.y()[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "122, 40", "1037, 400"})
  void citiesAgree(int grids, int share) {
    Plan plan = RandomPartitions.city(grids, 3);
    PackedLocator whole = PackedLocator.of(plan);
    HardPoints points = HardPoints.of(plan, share, 50, 7);
    for (int i = 0; i < points.size(); i++) {
      assertSame(whole, points.x()[i], points.y()[i]);
    }
  }

  @Test
  void placesFarAwayNearPolesAndAcrossTheAntimeridianAgree() {
    PackedLocator[] wholes = {
      PackedLocator.of(RandomPartitions.city(9, 1)),
      PackedLocator.of(List.of(box(1_799_000_000, 100, 1_800_000_000, 900_000))),
      PackedLocator.of(
          List.of(
              box(0, 890_000_000, 400_000_000, 899_900_000),
              box(400_000_000, 890_000_000, 500_000_000, 899_000_000))),
      PackedLocator.of(List.of())
    };
    Random random = new Random(11);
    for (PackedLocator whole : wholes) {
      for (int i = 0; i < 60; i++) {
        int x = random.nextInt(-1_800_000_000, 1_800_000_001);
        int y = random.nextInt(-900_000_000, 900_000_001);
        assertSame(whole, x, y);
        assertSame(whole, i % 2 == 0 ? -1_799_999_000 : x, 450_000);
        assertSame(whole, x, 90 * Lattice.STEPS_PER_DEGREE - random.nextInt(2_000_000));
      }
    }
  }

  @Test
  void partsThatLeadNowhereAreRefused() {
    LocatorParts parts = PackedLocator.of(RandomPartitions.city(40, 2)).parts();
    Random random = new Random(3);
    int refused = 0;
    for (int round = 0; round < 400; round++) {
      int[] sub = parts.sub().toArray().clone();
      sub[random.nextInt(sub.length)] = random.nextInt();
      LocatorParts broken = withSub(parts, sub);
      try {
        PackedLocator.of(broken).owner(1_214_000_000, 312_000_000);
      } catch (IllegalArgumentException told) {
        assertThat(told.getMessage()).matches("sub\\[\\d+]");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(350);
    assertThatThrownBy(() -> LocatorCutout.at(withSub(parts, new int[0]), 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static LocatorParts withSub(LocatorParts parts, int[] sub) {
    return new LocatorParts(
        parts.originX(),
        parts.originY(),
        parts.shift(),
        parts.columns(),
        parts.rows(),
        parts.top(),
        IntSequence.of(sub),
        parts.blocks(),
        parts.owners(),
        parts.xy(),
        parts.start(),
        parts.first(),
        parts.second(),
        parts.boxes(),
        parts.children());
  }

  private static void assertSame(PackedLocator whole, int x, int y) {
    PackedLocator cutout = LocatorCutout.at(whole.parts(), x, y);
    assertThat(cutout.owner(x, y)).as("%d %d", x, y).isEqualTo(whole.owner(x, y));
    assertThat(cutout.place(x, y)).as("%d %d", x, y).isEqualTo(whole.place(x, y));
    assertThat(cutout.boundaryMetres(x, y)).as("%d %d", x, y).isEqualTo(whole.boundaryMetres(x, y));
  }

  private static LatticeMultiPolygon box(int west, int south, int east, int north) {
    return LatticeMultiPolygon.of(
        LatticePolygon.of(
            LatticeRing.of(
                new int[] {west, south, east, south, east, north, west, north, west, south})));
  }
}
