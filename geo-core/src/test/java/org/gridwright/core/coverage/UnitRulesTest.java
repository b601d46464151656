package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.DisconnectedUnit;
import org.gridwright.core.coverage.rules.NarrowNeck;
import org.gridwright.core.coverage.rules.SizeOutlier;
import org.gridwright.core.coverage.rules.SliverUnit;
import org.gridwright.core.coverage.rules.UnitRule;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Rules about single grids and about the jurisdiction; cells are 10 steps, about 0.11 m. */
class UnitRulesTest {

  private static List<Finding> check(Plan plan, UnitRule rule) {
    return CoverageCheck.of(CoverageRules.STANDARD.withUnitRules(List.of(rule))).check(plan);
  }

  private static List<Finding> within(String wkt, Plan plan) {
    return CoverageCheck.of(CoverageRules.STANDARD.within(Wkt.area(wkt))).check(plan);
  }

  private static void assertOne(List<Finding> findings, Kind kind, String... units) {
    assertThat(findings).extracting(Finding::kind).containsExactly(kind);
    assertThat(findings.get(0).units()).containsExactly(units);
  }

  private static void assertPlace(Finding finding, String wkt) {
    assertThat(
            LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place()))
                .equalsTopo(Wkt.geometry(wkt)))
        .as(finding.place().toText())
        .isTrue();
  }

  @Test
  void aGridInTwoPartsIsDisconnected() {
    List<Finding> findings = check(Pictures.plan("ABA"), new DisconnectedUnit());
    assertOne(findings, Kind.DISCONNECTED_UNIT, "A");
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aDumbbellHasANarrowNeck() {
    Plan plan = Pictures.plan("AAABAAA/AAAAAAA/AAABAAA");
    assertOne(check(plan, new NarrowNeck(0.15)), Kind.NARROW_NECK, "A");
    assertThat(check(plan, new NarrowNeck(0.05))).isEmpty();
  }

  @Test
  void aGridMuchLargerThanItsPeersIsAnOutlier() {
    Plan plan = Pictures.plan("ABAAAAA/CDAAAAA/EFAAAAA");
    assertOne(check(plan, new SizeOutlier(5)), Kind.SIZE_OUTLIER, "A");
    assertThat(check(plan, new SizeOutlier(50))).isEmpty();
  }

  @Test
  void aLongThinGridIsASliver() {
    assertOne(
        check(Pictures.plan("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), new SliverUnit(0.1)),
        Kind.SLIVER,
        "A");
    assertThat(check(Pictures.plan("AAA/AAA"), new SliverUnit(0.1))).isEmpty();
  }

  @Test
  void aRuleIsItsNameAndParameters() {
    assertThat(made(Rule.named("narrow-neck", true, Map.of("metres", 3.0))))
        .containsExactly(new DisconnectedUnit(), new NarrowNeck(3));
    assertThat(made(Rule.named("size-outlier", true, Map.of("factor", 4.0))))
        .containsExactly(new DisconnectedUnit(), new SizeOutlier(4));
    assertThat(made(Rule.named("sliver", true, Map.of("roundness", 0.2))))
        .containsExactly(new DisconnectedUnit(), new SliverUnit(0.2));
    assertThat(made(Rule.named("disconnected-unit", false, Map.of()))).isEmpty();
    assertThat(made(Rule.named("outline", true, Map.of()))).containsExactly(new DisconnectedUnit());
  }

  private static List<UnitRule> made(Rule rule) {
    return RuleSet.STANDARD.with(rule).coverage(Optional.empty(), List.of()).unitRules();
  }

  @Test
  void aPlanThatCoversItsJurisdictionIsFine() {
    assertThat(within("POLYGON((0 0,20 0,20 10,0 10,0 0))", Pictures.plan("AB"))).isEmpty();
  }

  @Test
  void whatNoGridCoversAtTheEdgeIsAGapInTheJurisdiction() {
    List<Finding> findings = within("POLYGON((0 0,30 0,30 10,0 10,0 0))", Pictures.plan("AB"));
    assertOne(findings, Kind.GAP_IN_JURISDICTION, "B");
    assertPlace(findings.get(0), "POLYGON((20 0,30 0,30 10,20 10,20 0))");
  }

  @Test
  void whatLiesOutsideSpills() {
    List<Finding> findings = within("POLYGON((0 0,15 0,15 10,0 10,0 0))", Pictures.plan("AB"));
    assertOne(findings, Kind.SPILL, "B");
    assertPlace(findings.get(0), "POLYGON((15 0,20 0,20 10,15 10,15 0))");
  }

  @Test
  void whatComesOfRoundingAtTheEdgeIsFine() {
    String city = "POLYGON((0 0,3000 0,3000 1000,0 1000,0 0))";
    for (int off : new int[] {-1, 1}) {
      assertThat(within(city, cutAt(1000, off))).isEmpty();
    }
    assertOne(within(city, cutAt(1000, 3)), Kind.GAP_IN_JURISDICTION, "A", "B");
    assertThat(within(city, cutAt(1000, -3))).extracting(Finding::kind).containsOnly(Kind.SPILL);
  }

  /** Two units whose border ends on the southern edge, or some steps beside it. */
  private static Plan cutAt(int x, int y) {
    return Plan.of(
        Theme.of("wkt", "WKT", CodeScheme.FREE, "grid"),
        List.of(
            unit("A", "POLYGON((0 0,%1$d %2$d,%1$d 1000,0 1000,0 0))".formatted(x, y)),
            unit(
                "B", "POLYGON((%1$d %2$d,3000 0,3000 1000,%1$d 1000,%1$d %2$d))".formatted(x, y))));
  }

  private static Unit unit(String code, String wkt) {
    return new Unit(0, code, null, code, Map.of(), Wkt.area(wkt));
  }

  @Test
  void aHoleOfTheJurisdictionIsNoGap() {
    String around = "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,10 20,20 20,20 10,10 10))";
    assertThat(within(around, Pictures.plan("AAA/A.A/AAA"))).isEmpty();
    assertOne(
        within("POLYGON((0 0,30 0,30 30,0 30,0 0))", Pictures.plan("AAA/A.A/AAA")), Kind.GAP, "A");
  }
}
