package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.VoidChange;
import org.junit.jupiter.api.Test;

/** Declared voids are no gaps; cells are 10 steps, about 0.11 m. */
class VoidsTest {

  private static final String RING = "AAAA/A..B/BBBB"; // the gap is (10 10, 30 20)

  private static Plan plan(String picture, String... voids) {
    List<DeclaredVoid> declared = new ArrayList<>();
    for (String wkt : voids) {
      declared.add(
          new DeclaredVoid("Lake " + declared.size(), DeclaredVoid.Kind.WATER, Wkt.area(wkt)));
    }
    Plan drawn = Pictures.plan(picture);
    return Plan.of(drawn.theme(), drawn.grids(), declared);
  }

  private static List<Finding> check(Plan plan) {
    return CoverageCheck.standard().check(plan);
  }

  private static void assertPlace(Finding finding, String wkt) {
    assertThat(
            LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place()))
                .equalsTopo(Wkt.geometry(wkt)))
        .as(finding.place().toText())
        .isTrue();
  }

  @Test
  void aGapThatIsDeclaredIsNoFinding() {
    assertThat(check(plan(RING, "POLYGON((10 10,30 10,30 20,10 20,10 10))"))).isEmpty();
  }

  @Test
  void severalVoidsTogetherDeclareAGap() {
    assertThat(
            check(
                plan(
                    RING,
                    "POLYGON((10 10,20 10,20 20,10 20,10 10))",
                    "POLYGON((20 10,30 10,30 20,20 20,20 10))")))
        .isEmpty();
  }

  @Test
  void onlyTheRestOfAGapIsReported() {
    List<Finding> findings = check(plan(RING, "POLYGON((10 10,20 10,20 20,10 20,10 10))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.GAP);
    assertPlace(findings.get(0), "POLYGON((20 10,30 10,30 20,20 20,20 10))");
    assertThat(findings.get(0).units()).containsExactly("A", "B");
  }

  @Test
  void aGridOverAVoidIsWarnedAbout() {
    List<Finding> findings = check(plan(RING, "POLYGON((5 10,30 10,30 20,5 20,5 10))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.OVER_VOID);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).units()).containsExactly("A");
    assertThat(findings.get(0).message().toString()).contains("\"Lake 0\"");
    assertPlace(findings.get(0), "POLYGON((5 10,10 10,10 20,5 20,5 10))");
  }

  @Test
  void aVoidAtTheEdgeOfTheJurisdictionIsNoGapEither() {
    CoverageRules within =
        CoverageRules.STANDARD.within(Wkt.area("POLYGON((0 0,30 0,30 10,0 10,0 0))"));
    Plan lake = plan("AB", "POLYGON((20 0,30 0,30 10,20 10,20 0))");
    assertThat(CoverageCheck.of(within).check(lake)).isEmpty();
    assertThat(CoverageCheck.of(within).check(plan("AB"))).hasSize(1);
  }

  @Test
  void declaringAndTakingBackIsFollowedByTheCheckAfterAnEdit() {
    DeclaredVoid half =
        new DeclaredVoid(
            "Pond", DeclaredVoid.Kind.WATER, Wkt.area("POLYGON((5 10,20 10,20 20,5 20,5 10))"));
    Plan before = plan(RING);
    Plan after =
        before.with(new PlanChange(List.of(), List.of(new VoidChange(null, half)), List.of()));
    CheckedPlan checked = CheckedPlan.of(before, CoverageRules.STANDARD);
    for (Plan next : Stream.of(after, before, after).toList()) {
      checked = checked.after(next);
      assertThat(checked.findings()).isEqualTo(check(next));
    }
    assertThat(checked.findings())
        .extracting(Finding::kind)
        .containsExactly(Kind.GAP, Kind.OVER_VOID);
  }
}
