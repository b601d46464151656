package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.coverage.Finding.Kind;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.junit.jupiter.api.Test;

/** What grids cover, against official outlines of their parents; cells are 10 steps, 0.11 m. */
class OutlinesTest {

  /** Districts P and Q, of grids A, B and C, D. */
  private static final Plan PLAN =
      Pictures.plan(Theme.of("t", "T", CodeScheme.FREE, "district", "grid"), "PPQQ", "ABCD");

  private static final String P = "POLYGON((0 0,20 0,20 10,0 10,0 0))";
  private static final String Q = "POLYGON((20 0,40 0,40 10,20 10,20 0))";

  /** Outlines as code, WKT, code, WKT… */
  private static List<Finding> check(Plan plan, double metres, String... outlines) {
    List<OfficialOutline> official = new ArrayList<>();
    for (int i = 0; i < outlines.length; i += 2) {
      official.add(new OfficialOutline(0, outlines[i], Wkt.area(outlines[i + 1])));
    }
    RuleSet rules = RuleSet.STANDARD.with(Rule.named("outline", true, Map.of("metres", metres)));
    return CoverageCheck.of(rules.coverage(Optional.empty(), official)).check(plan);
  }

  private static void assertFinding(Finding finding, Kind kind, String wkt, String... units) {
    assertThat(finding.kind()).isEqualTo(kind);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.units()).containsExactly(units);
    assertThat(
            LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place()))
                .equalsTopo(Wkt.geometry(wkt)))
        .as(finding.place().toText())
        .isTrue();
  }

  @Test
  void gridsThatKeepToTheOutlinesAreFine() {
    assertThat(check(PLAN, 0, "P", P, "Q", Q)).isEmpty();
    assertThat(check(UpperLevels.draw(PLAN), 0, "P", P, "Q", Q)).isEmpty();
  }

  @Test
  void whatLiesOutsideTheParentsOutlineIsSaidOnce() {
    for (Plan plan : List.of(PLAN, UpperLevels.draw(PLAN))) {
      List<Finding> findings =
          check(
              plan,
              0,
              "P",
              "POLYGON((0 0,15 0,15 10,0 10,0 0))",
              "Q",
              "POLYGON((15 0,40 0,40 10,15 10,15 0))");
      assertThat(findings).hasSize(1);
      assertFinding(
          findings.get(0), Kind.SPILL_FROM_OUTLINE, "POLYGON((15 0,20 0,20 10,15 10,15 0))", "B");
      assertThat(findings.get(0).message().toString()).contains("district \"P\"");
    }
  }

  @Test
  void whatNoGridOfTheParentCoversIsAGap() {
    List<Finding> findings = check(PLAN, 0, "Q", "POLYGON((20 0,45 0,45 10,20 10,20 0))");
    assertThat(findings).hasSize(1);
    assertFinding(
        findings.get(0), Kind.GAP_IN_OUTLINE, "POLYGON((40 0,45 0,45 10,40 10,40 0))", "D");
  }

  @Test
  void groundThatAnotherParentHasIsAGapWhereThatOneHasNoOutline() {
    List<Finding> findings = check(PLAN, 0, "Q", "POLYGON((15 0,40 0,40 10,15 10,15 0))");
    assertThat(findings).hasSize(1);
    assertFinding(
        findings.get(0), Kind.GAP_IN_OUTLINE, "POLYGON((15 0,20 0,20 10,15 10,15 0))", "B", "C");
  }

  @Test
  void narrowDifferencesArePassedOver() {
    assertThat(check(PLAN, 0.1, "Q", "POLYGON((20 0,45 0,45 10,20 10,20 0))")).isEmpty();
  }

  @Test
  void anOutlineWithoutAUnitIsAllGap() {
    List<Finding> findings = check(PLAN, 0, "R", "POLYGON((90 0,95 0,95 10,90 10,90 0))");
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.GAP_IN_OUTLINE);
    assertThat(findings.get(0).units()).isEmpty();
  }
}
