package org.gridwright.core.divide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.core.divide.RedrawAssert.assertSound;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class DivideTest {

  private static final Theme FLAT = Theme.of("flat", "Flat", CodeScheme.FREE, "grid");

  /** One level; codes A, B, … in the order of the areas. */
  private static Plan plan(String... areas) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < areas.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(areas[i])));
    }
    return Plan.of(FLAT, units);
  }

  private static String box(int x1, int y1, int x2, int y2) {
    return String.format(
        "POLYGON((%d %d, %d %d, %d %d, %d %d, %d %d))", x1, y1, x2, y1, x2, y2, x1, y2, x1, y1);
  }

  private static WeightedPoints scattered(int count, int size, long seed) {
    Random random = new Random(seed);
    int[] x = IntStream.range(0, count).map(i -> random.nextInt(size)).toArray();
    int[] y = IntStream.range(0, count).map(i -> random.nextInt(size)).toArray();
    return WeightedPoints.of(x, y);
  }

  @Test
  void aSquareIsCutIntoEqualPieces() {
    Plan plan = plan(box(0, 0, 60_000, 60_000));
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 4)));
    assertSound(redraw, WeightedPoints.NONE, true);
    RedrawReport report = redraw.report();
    assertThat(redraw.grids().stream().map(Unit::code)).containsExactly("A-1", "A-2", "A-3", "A-4");
    assertThat(report.basis()).isEqualTo(RedrawReport.Basis.AREA);
    assertThat(report.isBalanced()).isTrue();
    assertThat(report.meanPolsbyPopper()).isGreaterThan(0.6);
    assertThat(redraw.change().lineage().get(0).from()).containsExactly("A");
    assertThat(redraw.change().lineage().get(0).to()).hasSize(4);
    assertThat(redraw.after().with(redraw.change().reversed()).grids()).isEqualTo(plan.grids());
  }

  @Test
  void aNeighbourTakesVerticesOnlyWhereTheBorderHasNone() {
    Plan plan = plan(box(0, 0, 60_000, 60_000), box(60_000, 0, 120_000, 60_000));
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 9)));
    assertSound(redraw, WeightedPoints.NONE, true);
    assertThat(redraw.touched()).hasSizeLessThanOrEqualTo(1);
    redraw.touched().forEach(each -> assertThat(each.code()).isEqualTo("B"));
  }

  /** Between (0 0) and (60001 40000) lies no lattice point, so the border bends a little. */
  @Test
  void aSlantedBorderBendsByLessThanAStepForBothSides() {
    Plan plan =
        plan(
            "POLYGON((0 0, 60001 40000, 0 60000, 0 0))",
            "POLYGON((0 0, 60001 0, 60001 40000, 0 0))");
    Redraw redraw =
        Divide.propose(
            plan, DivideOptions.of(0, Map.of("A", 12)).withWeights(scattered(900, 60_000, 3)));
    assertSound(redraw, scattered(900, 60_000, 3), true);
    assertThat(redraw.touched()).extracting(Redraw.TouchedUnit::code).containsExactly("B");
  }

  @Test
  void bordersFollowStreets() {
    Plan plan = plan(box(0, 0, 60_000, 60_000));
    List<LatticeLine> streets =
        List.of(
            LatticeLine.of(-100, 31_000, 30_000, 29_500, 60_100, 30_500),
            LatticeLine.of(29_000, -100, 30_500, 30_000, 30_000, 60_100));
    Redraw redraw =
        Divide.propose(
            plan, DivideOptions.of(0, Map.of("A", 4)).withTolerance(0.1).withStreets(streets));
    assertSound(redraw, WeightedPoints.NONE, true);
    assertThat(redraw.report().streetShare()).isGreaterThan(0.9);
    assertThat(redraw.report().streetsCut()).isZero();
  }

  @Test
  void theSameSeedGivesTheSameProposal() {
    RedrawCity city = RedrawCity.of(2, 5);
    WeightedPoints addresses = city.addresses(2_000);
    DivideOptions options =
        DivideOptions.of(0, Divide.allot(city.plan(), 0, city.communities(), 13, addresses))
            .withWeights(addresses)
            .withStreets(city.streets(90));
    Redraw redraw = Divide.propose(city.plan(), options);
    assertThat(Divide.propose(city.plan(), options)).isEqualTo(redraw);
  }

  /** Units with holes, islands, parts that touch in points, slanted and straightened edges. */
  @Test
  void hardGroundStaysSeamless() {
    int cut = 0;
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Plan plan = HardGround.plan(random);
      Unit unit = plan.grids().get(random.nextInt(plan.grids().size()));
      WeightedPoints points =
          random.nextInt(4) == 0 ? WeightedPoints.NONE : HardGround.points(unit, random);
      DivideOptions options =
          DivideOptions.of(0, Map.of(unit.code(), 2 + random.nextInt(6)))
              .withWeights(points)
              .withStreets(HardGround.streets(plan, random.nextInt(8), random))
              .withSeed(seed);
      try {
        Redraw redraw = Divide.propose(plan, options);
        assertSound(redraw, points, false);
        cut++;
      } catch (DivideException e) {
        assertThat(e.code()).isEqualTo(DivideException.Code.TOO_SMALL);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(cut).isGreaterThan(140);
  }

  @Test
  void allWeightInOnePointIsSaidAndNotRefused() {
    Plan plan = plan(box(0, 0, 60_000, 60_000));
    WeightedPoints one =
        WeightedPoints.of(new int[] {20_000}, new int[] {17_000}, new double[] {500});
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 6)).withWeights(one));
    assertSound(redraw, one, true);
    assertThat(redraw.report().isBalanced()).isFalse();
    assertThat(RedrawAssert.hasNote(redraw.report(), "one place alone")).isTrue();
    assertThat(redraw.report().grids()).allMatch(grid -> grid.squareMetres() > 1_000);
  }

  @Test
  void moreGridsThanPoints() {
    Plan plan = plan(box(0, 0, 60_000, 60_000));
    WeightedPoints few = scattered(5, 60_000, 1);
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 20)).withWeights(few));
    assertSound(redraw, few, true);
    assertThat(redraw.grids()).hasSize(20);
  }

  @Test
  void pointsWithoutWeightMeanBalanceByArea() {
    Plan plan = plan(box(0, 0, 60_000, 60_000));
    WeightedPoints nothing =
        WeightedPoints.of(new int[] {1, 2}, new int[] {1, 2}, new double[] {0, 0});
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 5)).withWeights(nothing));
    assertSound(redraw, nothing, true);
    assertThat(redraw.report().basis()).isEqualTo(RedrawReport.Basis.AREA);
    assertThat(redraw.report().isBalanced()).isTrue();
  }

  @Test
  void islandsGoToTheNearestGrid() {
    Plan plan =
        plan(
            "MULTIPOLYGON(((0 0, 60000 0, 60000 60000, 0 60000, 0 0)),"
                + "((70000 0, 71000 0, 71000 1000, 70000 1000, 70000 0)))");
    Redraw redraw = Divide.propose(plan, DivideOptions.of(0, Map.of("A", 4)));
    assertSound(redraw, WeightedPoints.NONE, true);
    assertThat(redraw.report().disconnected()).isEqualTo(1);
  }

  @Test
  void codesRunInReadingOrderUnderTheParent() {
    RedrawCity city = RedrawCity.of(1, 2);
    String community = city.communities().get(0);
    Redraw redraw = Divide.propose(city.plan(), DivideOptions.of(0, Map.of(community, 4)));
    assertSound(redraw, WeightedPoints.NONE, true);
    assertThat(redraw.grids().stream().map(Unit::code))
        .containsExactly(
            community + "001", community + "002", community + "003", community + "004");
    List<Double> middles =
        redraw.grids().stream()
            .map(grid -> LatticeJts.toSteps(grid.drawnArea()).getCentroid().getY())
            .toList();
    assertThat(middles.get(0)).isGreaterThan(middles.get(3));
    String one = city.plan().grids().get(4).code();
    assertThat(
            Divide.propose(city.plan(), DivideOptions.of(1, Map.of(one, 3))).grids().stream()
                .map(Unit::code))
        .containsExactly(community + "005", community + "010", community + "011");
  }

  @Test
  void gridsAreAllottedByWeight() {
    Plan plan = plan(box(0, 0, 100, 100), box(100, 0, 200, 100), box(200, 0, 300, 100));
    WeightedPoints points =
        WeightedPoints.of(
            new int[] {50, 150, 250}, new int[] {50, 50, 50}, new double[] {600, 290, 10});
    assertThat(Divide.allot(plan, 0, List.of("A", "B", "C"), 10, points))
        .isEqualTo(Map.of("A", 6, "B", 3, "C", 1));
  }

  @Test
  void onlyTheImpossibleIsRefused() {
    Plan tiny = plan(box(0, 0, 1, 1), "POLYGON((5 5, 9 5, 9 9, 5 9, 8 7, 5 5))");
    assertRefused(DivideException.Code.TOO_SMALL, tiny, DivideOptions.of(0, Map.of("A", 3)));
    assertRefused(DivideException.Code.UNIT, tiny, DivideOptions.of(0, Map.of("X", 3)));
    Plan bowTie = plan("POLYGON((0 0, 9 9, 9 0, 0 9, 0 0))");
    assertRefused(DivideException.Code.GROUND, bowTie, DivideOptions.of(0, Map.of("A", 2)));
    RedrawCity city = RedrawCity.of(1, 2);
    String community = city.communities().get(0);
    assertRefused(
        DivideException.Code.COUNT, city.plan(), DivideOptions.of(0, Map.of(community, 1000)));
    assertThatThrownBy(() -> DivideOptions.of(0, Map.of("A", 0)))
        .isInstanceOf(DivideException.class);
    assertThatThrownBy(() -> DivideOptions.of(0, Map.of("A", 2)).withTolerance(0))
        .hasMessageContaining("above zero");
  }

  private static void assertRefused(DivideException.Code code, Plan plan, DivideOptions options) {
    assertThatThrownBy(() -> Divide.propose(plan, options))
        .isInstanceOfSatisfying(DivideException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
