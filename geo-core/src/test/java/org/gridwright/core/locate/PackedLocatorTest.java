package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeException;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packed locator gives the reference's answer at every point of the lattice, however bad the
 * plan.
 */
class PackedLocatorTest {

  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AB / CD",
        "AAB / ACB / CCB",
        "AAAA / A..A / A.BA / AAAA",
        "AAAA / ABBA / ABBA / AAAA",
        "A.B / .C. / D.A",
        "AABB / AABB / CCDD / CCDD",
        "ABCDEFGH / HGFEDCBA"
      })
  void pictures(String picture) {
    assertEverywhereEqual(Pictures.plan(picture));
  }

  @Test
  void anEmptyPlanOwnsNothing() {
    PackedLocator locator = PackedLocator.of(Plan.of(THEME, List.of()));
    assertThat(locator.owner(0, 0)).isEqualTo(Locator.NOBODY);
    assertThat(locator.place(0, 0).runnerUp()).isEmpty();
  }

  @Test
  void farPointsDoNotWrapAroundIntoThePlan() {
    PackedLocator locator = PackedLocator.of(Pictures.plan("AB"));
    for (int x : List.of(Integer.MIN_VALUE, -1_800_000_000, 1_800_000_000, Integer.MAX_VALUE)) {
      for (int y : List.of(Integer.MIN_VALUE, 0, 5, Integer.MAX_VALUE)) {
        assertThat(locator.owner(x, y)).isEqualTo(Locator.NOBODY);
      }
    }
  }

  /**
   * Random rings: they overlap, cross themselves and one another, touch, repeat and share edges.
   */
  @Test
  void chaosIsAnsweredByTheRule() {
    for (int seed = 0; seed < 400; seed++) {
      assertEverywhereEqual(chaos(seed));
    }
  }

  /** Stacks and copies: grids on top of grids, with matched edges that hide the overlap. */
  @Test
  void matchedEdgesThatHideAnOverlapAreSeen() {
    for (int seed = 0; seed < 100; seed++) {
      assertEverywhereEqual(stacked(seed));
    }
  }

  private static Plan chaos(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int side = 4 + random.nextInt(36);
    List<Unit> units = new ArrayList<>();
    int n = 1 + random.nextInt(8);
    while (units.size() < n) {
      List<LatticePolygon> parts = new ArrayList<>();
      for (int p = random.nextInt(10) == 0 ? 2 : 1; p > 0; p--) {
        List<LatticeRing> holes = random.nextInt(4) == 0 ? List.of(ring(random, side)) : List.of();
        parts.add(new LatticePolygon(ring(random, side), holes));
      }
      units.add(unit(units.size(), new LatticeMultiPolygon(parts)));
    }
    return Plan.of(THEME, units);
  }

  private static LatticeRing ring(SplittableRandom random, int side) {
    while (true) {
      int n = 3 + random.nextInt(8);
      int[] xy = new int[2 * n + 2];
      for (int i = 0; i < 2 * n; i++) {
        xy[i] = random.nextInt(side);
      }
      xy[2 * n] = xy[0];
      xy[2 * n + 1] = xy[1];
      try {
        return LatticeRing.of(xy);
      } catch (LatticeException collapsed) {
        // drawn again
      }
    }
  }

  private static Plan stacked(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Unit> units = new ArrayList<>();
    for (int layer = 0; layer < 1 + random.nextInt(3); layer++) {
      int cells = 1 + random.nextInt(3);
      int step = 12 / cells;
      int dx = random.nextInt(3) * 4;
      for (int i = 0; i < cells; i++) {
        for (int j = 0; j < cells; j++) {
          if (random.nextInt(6) > 0) {
            units.add(unit(units.size(), square(dx + i * step, dx + j * step, step)));
          }
        }
      }
    }
    return Plan.of(THEME, units);
  }

  private static LatticeMultiPolygon square(int x, int y, int step) {
    return LatticeMultiPolygon.of(
        LatticePolygon.of(
            LatticeRing.of(x, y, x + step, y, x + step, y + step, x, y + step, x, y)));
  }

  private static Unit unit(int number, LatticeMultiPolygon area) {
    String code = String.format("%03d", number);
    return new Unit(0, code, null, code, java.util.Map.of(), area);
  }

  private static void assertEverywhereEqual(Plan plan) {
    Locator expected = JtsLocator.of(plan);
    Locator packed = PackedLocator.of(plan);
    LatticeEnvelope box = plan.envelope();
    int width = box.isEmpty() ? 1 : box.maxX() - box.minX() + 5;
    int height = box.isEmpty() ? 1 : box.maxY() - box.minY() + 5;
    int[] x = new int[width * height];
    int[] y = new int[width * height];
    for (int i = 0; i < x.length; i++) {
      x[i] = (box.isEmpty() ? 0 : box.minX() - 2) + i % width;
      y[i] = (box.isEmpty() ? 0 : box.minY() - 2) + i / width;
    }
    int[] owners = new int[x.length];
    packed.owners(x, y, 0, x.length, owners);
    for (int i = 0; i < x.length; i++) {
      int reference = expected.owner(x[i], y[i]);
      assertThat(owners[i])
          .as("owner of %d %d in %s", x[i], y[i], plan.grids())
          .isEqualTo(reference);
      assertThat(packed.owner(x[i], y[i])).isEqualTo(reference);
      if (i % 7 == 0) {
        assertThat(packed.place(x[i], y[i])).isEqualTo(expected.place(x[i], y[i]));
      }
    }
  }
}
