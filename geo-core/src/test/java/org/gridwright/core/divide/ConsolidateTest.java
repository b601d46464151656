package org.gridwright.core.divide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.core.divide.RedrawAssert.assertSound;

import java.util.List;
import java.util.Random;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class ConsolidateTest {

  @Test
  void neighboursAreJoinedToBalance() {
    // A and B have half the ground of the others
    Plan plan = Pictures.plan("AACC/BBCC/FFFF/DDDD/EEEE");
    Redraw redraw = Consolidate.propose(plan, options(plan, 5));
    assertSound(redraw, WeightedPoints.NONE, true);
    assertThat(redraw.grids()).hasSize(5);
    assertThat(redraw.report().grids())
        .anySatisfy(grid -> assertThat(grid.from()).containsExactly("A", "B"));
  }

  /** A street of three communities with nine grids each, as one did it: from 27 to 15. */
  @Test
  void from27To15() {
    RedrawCity city = RedrawCity.of(3, 11);
    WeightedPoints addresses = city.addresses(6_000);
    Plan plan = city.plan();
    Redraw redraw =
        Consolidate.propose(plan, options(plan, 15).withWeights(addresses).withTolerance(0.35));
    assertSound(redraw, addresses, true);
    RedrawReport report = redraw.report();
    assertThat(redraw.grids()).hasSize(15);
    assertThat(report.disconnected()).isZero();
    assertThat(report.pointsMoving()).isBetween(1L, 5_999L);
    assertThat(report.grids().stream().mapToInt(grid -> grid.from().size()).sum()).isEqualTo(27);
    assertThat(redraw.after().units(0)).isEqualTo(plan.units(0));
    assertThat(
            Consolidate.propose(plan, options(plan, 15).withWeights(addresses).withTolerance(0.35)))
        .isEqualTo(redraw);
    assertThat(redraw.grids().stream().map(Unit::code)).allMatch(code -> code.length() == 15);
  }

  @Test
  void hardGroundStaysSeamless() {
    for (int seed = 0; seed < 60; seed++) {
      Plan plan = HardGround.plan(new Random(seed));
      int count = 1 + seed % plan.grids().size();
      Redraw redraw = Consolidate.propose(plan, options(plan, count));
      assertSound(redraw, WeightedPoints.NONE, false);
      assertThat(redraw.grids()).hasSize(count);
    }
  }

  @Test
  void landWithoutWeightDoesNotBlurTheMean() {
    Theme theme = Theme.of("t", "t", CodeScheme.FREE, "district", "grid");
    Plan plan = Pictures.plan(theme, 0, 0, 1000, "NN/SS", "AB/CD");
    WeightedPoints points =
        WeightedPoints.of(new int[] {500, 1500}, new int[] {1500, 1500}, new double[] {1, 3});
    RedrawReport report = Consolidate.propose(plan, options(plan, 4).withWeights(points)).report();
    assertThat(report.basis()).isEqualTo(RedrawReport.Basis.BOTH);
    assertThat(report.mean()).isEqualTo(2);
    assertThat(report.coefficientOfVariation()).isEqualTo(0.5);
  }

  @Test
  void unlikeDistrictsAreBalancedWithinThemselvesAndToldOverall() {
    Theme theme = Theme.of("t", "t", CodeScheme.FREE, "district", "grid");
    Plan plan = Pictures.plan(theme, 0, 0, 1000, "NN/SS", "AB/CD");
    WeightedPoints points =
        WeightedPoints.of(
            new int[] {500, 1500, 500, 1500},
            new int[] {1500, 1500, 500, 500},
            new double[] {1, 1, 3, 3});
    RedrawReport report = Consolidate.propose(plan, options(plan, 4).withWeights(points)).report();
    assertThat(report.mean()).isEqualTo(2);
    assertThat(report.largestDeviation()).isZero();
    assertThat(report.overallDeviation()).isEqualTo(0.5);
    assertThat(report.coefficientOfVariation()).isEqualTo(0.5);
  }

  @Test
  void anUnchangedNumberChangesNothing() {
    Plan plan = Pictures.plan("AB/CD");
    assertThat(Consolidate.propose(plan, options(plan, 4)).change().isEmpty()).isTrue();
  }

  @Test
  void onlyTheImpossibleIsRefused() {
    Plan plan = Pictures.plan("AB/CD");
    assertThatThrownBy(() -> Consolidate.propose(plan, options(plan, 5)))
        .isInstanceOf(DivideException.class)
        .hasMessageContaining("can not be joined to 5");
    assertThatThrownBy(
            () ->
                Consolidate.propose(
                    plan, new ConsolidateOptions(List.of("X"), 1, WeightedPoints.NONE, 0.2, 1)))
        .hasMessageContaining("\"X\"");
  }

  @Test
  void gridsBelowAUnit() {
    RedrawCity city = RedrawCity.of(2, 1);
    String community = city.communities().get(1);
    assertThat(ConsolidateOptions.below(city.plan(), 0, community, 3).grids())
        .hasSize(9)
        .allMatch(code -> code.startsWith(community));
    Redraw redraw =
        Consolidate.propose(city.plan(), ConsolidateOptions.below(city.plan(), 0, community, 3));
    assertThat(redraw.grids().stream().map(Unit::code))
        .containsExactly(community + "001", community + "002", community + "003");
  }

  private static ConsolidateOptions options(Plan plan, int count) {
    return new ConsolidateOptions(
        plan.grids().stream().map(Unit::code).toList(), count, WeightedPoints.NONE, 0.2, 1);
  }
}
