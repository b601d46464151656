package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.finding.AcceptanceException;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** An accepted finding stays accepted while it is the same; cells are 1000 steps, about 11 m. */
class AcceptancesTest {

  private static Plan plan(String picture) {
    return Pictures.plan(
        Theme.of("t", "T", CodeScheme.FREE, "grid"), 1_214_000_000, 312_000_000, 1000, picture);
  }

  private static List<Finding> check(Plan plan) {
    return CoverageCheck.standard().check(plan);
  }

  private static List<AcceptedFinding> accepted(List<Finding> findings) {
    return findings.stream()
        .map(it -> AcceptedFinding.of(it, "as surveyed", "Li", Instant.EPOCH))
        .toList();
  }

  private static Acceptances.Verdicts later(String then, String now) {
    return Acceptances.apply(check(plan(now)), accepted(check(plan(then))));
  }

  @Test
  void whatIsTheSameStaysAccepted() {
    Acceptances.Verdicts outcome = later("AAAA/A..B/BBBB", "AAAA/A..B/BBBB");
    assertThat(outcome.open()).isEmpty();
    assertThat(outcome.accepted()).hasSize(1);
    assertThat(outcome.accepted().get(0).by().reason()).isEqualTo("as surveyed");
    assertThat(outcome.blocking()).isZero();
  }

  @Test
  void whatShrinksStaysAccepted() {
    assertThat(later("AAAA/A..B/BBBB", "AAAA/AA.B/BBBB").open()).isEmpty();
  }

  @Test
  void whatGrowsIsOpenAgain() {
    Acceptances.Verdicts outcome = later("AAAA/AA.B/BBBB", "AAAA/A..B/BBBB");
    assertThat(outcome.open()).hasSize(1);
    assertThat(outcome.blocking()).isEqualTo(1);
  }

  @Test
  void whatMovesAwayIsOpenAgain() {
    assertThat(later("AAAAA/A.BBB/BBBBB", "AAAAA/AAB.B/BBBBB").open()).hasSize(1);
  }

  @Test
  void whatConcernsOtherUnitsIsOpenAgain() {
    assertThat(later("AAAA/A..B/BBBB", "AAAA/A..B/CCCC").open()).hasSize(1);
  }

  @Test
  void linesStayAcceptedNearTheirPlaceAndNotBeyond() {
    String left = "POLYGON((0 0,1000 0,1000 9000,0 9000,0 0))";
    List<AcceptedFinding> exception =
        accepted(check(pair(left, "POLYGON((1000 0,2000 0,2000 500,1000 500,1000 0))")));
    Plan longer = pair(left, "POLYGON((1000 0,2000 0,2000 550,1000 550,1000 0))");
    assertThat(Acceptances.apply(check(longer), exception).accepted()).hasSize(1);
    Plan muchLonger = pair(left, "POLYGON((1000 0,2000 0,2000 900,1000 900,1000 0))");
    assertThat(Acceptances.apply(check(muchLonger), exception).open())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.MISMATCHED_EDGE);
  }

  private static Plan pair(String a, String b) {
    return Plan.of(
        Theme.of("t", "T", CodeScheme.FREE, "grid"),
        List.of(
            new Unit(0, "A", null, "A", Map.of(), Wkt.area(a)),
            new Unit(0, "B", null, "B", Map.of(), Wkt.area(b))));
  }

  @Test
  void aReasonIsNeeded() {
    Finding gap = check(plan("AAA/A.A/AAA")).get(0);
    assertThatThrownBy(() -> AcceptedFinding.of(gap, " ", "Li", Instant.EPOCH))
        .isInstanceOf(AcceptanceException.class);
  }

  /** What was accepted stays so, whatever else is broken later; all that is new is open. */
  @Test
  void furtherDamageLeavesExceptionsAlone() {
    for (int seed = 0; seed < 15; seed++) {
      Random random = new Random(seed);
      Plan once = damaged(RandomPartitions.city(36, seed), random, 5);
      List<Finding> then = check(once);
      Plan twice = damaged(once, random, 3);
      Acceptances.Verdicts outcome = Acceptances.apply(check(twice), accepted(then));
      assertThat(outcome.accepted())
          .as("seed %d", seed)
          .allSatisfy(
              pair -> {
                assertThat(pair.finding().units()).isEqualTo(pair.by().units());
                assertThat(pair.finding().areaSquareMetres())
                    .isLessThanOrEqualTo(1.01 * pair.by().areaSquareMetres() + 1e-4);
              });
      assertThat(outcome.open())
          .noneMatch(open -> then.stream().anyMatch(it -> it.id().equals(open.id())));
      assertThat(outcome.open().size() + outcome.accepted().size()).isEqualTo(check(twice).size());
    }
  }

  private static Plan damaged(Plan plan, Random random, int moves) {
    List<Unit> units = new ArrayList<>(plan.units(0));
    List<Unit> grids = new ArrayList<>(plan.grids());
    for (int move = 0; move < moves; move++) {
      int at = random.nextInt(grids.size());
      int[] xy = grids.get(at).drawnArea().polygons().get(0).shell().toArray();
      xy[2 + 2 * random.nextInt(xy.length / 2 - 2)] += random.nextInt(2001) - 1000;
      LatticePolygon moved = LatticePolygon.of(LatticeRing.of(xy));
      grids.set(at, grids.get(at).withArea(LatticeMultiPolygon.of(moved)));
    }
    units.addAll(grids);
    return Plan.of(plan.theme(), units);
  }
}
