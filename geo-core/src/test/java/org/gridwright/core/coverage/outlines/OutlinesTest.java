package org.gridwright.core.coverage.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.edit.ChangeParentEdit;
import org.gridwright.core.edit.Edit;
import org.gridwright.core.edit.EditRefusedException;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.edit.MergeEdit;
import org.gridwright.core.edit.MoveVertexEdit;
import org.gridwright.core.edit.RecodeEdit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
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

  /** Edits within a district and across borders, drawn and not, are followed outline by outline. */
  @Test
  void editsAreFollowed() {
    for (int seed = 0; seed < 2; seed++) {
      Plan city = RandomPartitions.city(144, seed);
      List<OfficialOutline> official = new ArrayList<>();
      for (Unit district : UpperLevels.draw(city).units(0)) {
        LatticeEnvelope box = district.drawnArea().envelope();
        official.add(
            new OfficialOutline(
                0,
                district.code(),
                Wkt.area(
                    "POLYGON((%1$d %2$d,%3$d %2$d,%3$d %4$d,%1$d %4$d,%1$d %2$d))"
                        .formatted(box.minX(), box.minY(), box.maxX() - 900, box.maxY() - 900))));
      }
      CoverageRules rules =
          RuleSet.STANDARD
              .with(Rule.named("outline", true, Map.of("metres", 8.0)))
              .coverage(Optional.empty(), official);
      Plan plan = seed % 2 == 0 ? city : UpperLevels.draw(city);
      assertFollowed(CheckedPlan.of(plan, rules), EditablePlan.of(plan), new Random(seed));
    }
  }

  private static void assertFollowed(CheckedPlan start, EditablePlan plan, Random random) {
    CheckedPlan checked = start;
    EditablePlan current = plan;
    for (int i = 0; i < 12; i++) {
      int grid = 12 * random.nextInt(12) + 6 + random.nextInt(3);
      PlanChange change;
      try {
        change = Editing.change(current, edit(current.plan(), grid, i % 4));
      } catch (EditRefusedException refused) {
        continue;
      }
      current = current.after(change);
      checked = checked.after(change, current.plan());
      assertThat(checked.findings())
          .as("edit %d of grid %d", i, grid)
          .isNotEmpty()
          .isEqualTo(CoverageCheck.of(checked.rules()).check(current.plan()));
    }
  }

  private static Edit edit(Plan plan, int index, int kind) {
    Unit grid = plan.grids().get(index);
    Unit next = plan.grids().get(index + 1);
    LatticeRing ring = grid.drawnArea().polygons().get(0).shell();
    LatticePoint corner = new LatticePoint(ring.x(20), ring.y(20));
    return switch (kind) {
      case 0 -> new MoveVertexEdit(corner, new LatticePoint(corner.x() + 400, corner.y() + 200));
      case 1 -> new ChangeParentEdit(1, List.of(grid.code()), next.parent().orElseThrow(), true);
      case 2 -> new MergeEdit(List.of(grid.code(), next.code()), null, false);
      default -> new RecodeEdit(1, grid.code(), "new " + index);
    };
  }
}
