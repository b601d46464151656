package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.junit.jupiter.api.Test;

/** That borders decide, and how near their distances come to those measured on the ellipsoid. */
class BorderSearchTest {

  @Test
  void mostPointsOfACityAreDecidedByTheBorderAround() {
    assertThat(decided(RandomPartitions.city(1_037, 1), 20_000)).isGreaterThan(0.9);
  }

  @Test
  void aPlanOfGridsThatDoNotMatchIsNeverDecided() {
    Plan apart = Overlaps.plan(square(0, 0, 90_000), square(90_000, 10, 90_000));
    assertThat(decided(apart, 2_000)).isZero();
  }

  @Test
  void distancesAreWithinTheDoubtOfThoseOnTheEllipsoid() {
    Random random = new Random(4);
    Vicinity vicinity = new Vicinity();
    double worst = 0;
    for (int round = 0; round < 300_000; round++) {
      int y = random.nextInt(-700_000_000, 700_000_000);
      int reach = 1 << random.nextInt(4, 16);
      int ax = random.nextInt(-reach, reach);
      int ay = y + random.nextInt(-reach, reach);
      vicinity.moveTo(0, y);
      double exact = vicinity.metres(ax, ay, ax, ay + 1);
      if (exact <= 500) {
        LatitudeBand band = LatitudeBand.from((long) y - random.nextInt(1 << LatitudeBand.SHIFT));
        double half = (y + vicinity.nearestY()) / 2 - band.middle;
        double told =
            band.metres(
                vicinity.nearestX() * band.east(half),
                (vicinity.nearestY() - y) * band.north(half));
        worst = Math.max(worst, Math.abs(told - exact) / band.doubt(exact));
      }
    }
    assertThat(worst).isLessThan(0.8);
  }

  private static double decided(Plan plan, int points) {
    PackedLocator locator = PackedLocator.of(plan);
    BorderSearch search = new BorderSearch(locator.borders(), new BorderAhead(locator.borders()));
    Random random = new Random(5);
    int owned = 0;
    int decided = 0;
    for (int i = 0; i < points; i++) {
      int x = random.nextInt(plan.envelope().minX(), plan.envelope().maxX());
      int y = random.nextInt(plan.envelope().minY(), plan.envelope().maxY());
      int owner = locator.owner(x, y);
      if (owner != Locator.NOBODY) {
        owned++;
        decided += search.find(x, y, owner) ? 1 : 0;
      }
    }
    return (double) decided / owned;
  }

  private static LatticeRing square(int x, int y, int side) {
    return LatticeRing.of(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
  }
}
