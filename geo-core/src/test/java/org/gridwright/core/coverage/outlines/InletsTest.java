package org.gridwright.core.coverage.outlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.VoidChange;
import org.junit.jupiter.api.Test;

/** Narrow inlets of the outside. Cells are 100 steps, about 1.1 m; the disc has 1.5 m. */
class InletsTest {

  private static final Theme THEME = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final CoverageRules RULES = CoverageRules.STANDARD.withInlets(1.5);

  private static Plan picture(String rows) {
    return Pictures.plan(THEME, 0, 0, 100, rows);
  }

  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(THEME, units);
  }

  private static List<Finding> check(Plan plan) {
    return CoverageCheck.of(RULES).check(plan);
  }

  private static void assertInlet(Plan plan, String wkt, String... units) {
    List<Finding> findings = check(plan);
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.INLET);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).units()).containsExactly(units);
    assertThat(
            LatticeJts.toSteps(LatticeJts.fromDegrees(findings.get(0).place()))
                .equalsTopo(Wkt.geometry(wkt)))
        .as(findings.get(0).place().toText())
        .isTrue();
  }

  @Test
  void aSlitBetweenTwoUnitsIsAnInlet() {
    assertInlet(
        picture("AA.BB/AA.BB/AAABB"),
        "POLYGON((200 100,300 100,300 300,200 300,200 100))",
        "A",
        "B");
  }

  @Test
  void aSlitThroughIsOneToo() {
    assertInlet(
        picture("AA.BB/AA.BB/AA.BB/AA.BB"),
        "POLYGON((200 0,300 0,300 400,200 400,200 0))",
        "A",
        "B");
  }

  @Test
  void aSlitBetweenTwoLongEdgesWithAFlatEndIsSeen() {
    assertInlet(
        plan(
            "POLYGON((0 100,100 100,100 900,0 900,0 100))",
            "POLYGON((200 100,300 100,300 900,200 900,200 100))",
            "POLYGON((0 0,300 0,300 100,200 100,100 100,0 100,0 0))"),
        "POLYGON((100 100,200 100,200 900,100 900,100 100))",
        "A",
        "B",
        "C");
  }

  @Test
  void aSlitBetweenSlantedEdgesIsSeen() {
    List<Finding> findings =
        check(
            plan(
                "POLYGON((0 200,1000 200,1053 1000,0 1000,0 200))",
                "POLYGON((1080 200,2000 200,2000 700,1113 700,1080 200))",
                "POLYGON((0 0,2000 0,2000 200,1080 200,1000 200,0 200,0 0))"));
    assertThat(findings).extracting(Finding::kind).containsExactly(Kind.INLET);
    assertThat(findings.get(0).units()).containsExactly("A", "B", "C");
  }

  @Test
  void aSlitOfAFewStepsIsSeen() {
    assertInlet(
        plan(
            "POLYGON((0 0,1000 0,1000 500,0 500,0 0))",
            "POLYGON((1000 0,2000 0,2000 500,1005 500,1000 0))"),
        "POLYGON((1000 0,1005 500,1000 500,1000 0))",
        "A",
        "B");
  }

  @Test
  void withinOneUnitASlitMustBeThreeTimesDeeperThanWide() {
    assertThat(check(picture("AA.AA/AA.AA/AAAAA"))).isEmpty();
    assertInlet(
        picture("AA.AA/AA.AA/AA.AA/AA.AA/AAAAA"),
        "POLYGON((200 100,300 100,300 500,200 500,200 100))",
        "A");
  }

  @Test
  void whatTheDiscCanEnterIsNone() {
    assertThat(check(picture("AA..BB/AA..BB/AAABBB"))).isEmpty();
  }

  @Test
  void aRightAngleIsNone() {
    assertThat(check(picture("AAB../AABBB"))).isEmpty();
    assertThat(check(picture("AA.../AABBB"))).isEmpty();
  }

  @Test
  void aShallowNotchBetweenTwoUnitsIsNone() {
    assertThat(
            check(
                plan(
                    "POLYGON((0 0,1000 0,1000 400,600 1000,0 1000,0 0))",
                    "POLYGON((1000 0,2000 0,2000 1000,1400 1000,1000 400,1000 0))")))
        .isEmpty();
  }

  @Test
  void aDeclaredVoidIsNoInlet() {
    Plan slit = picture("AA.BB/AA.BB/AAABB");
    DeclaredVoid canal =
        new DeclaredVoid(
            "Canal",
            DeclaredVoid.Kind.WATER,
            Wkt.area("POLYGON((200 100,300 100,300 900,200 900,200 100))"));
    Plan declared =
        slit.with(new PlanChange(List.of(), List.of(new VoidChange(null, canal)), List.of()));
    assertThat(check(declared)).isEmpty();
  }

  @Test
  void withAJurisdictionItIsAGapInIt() {
    CoverageRules within = RULES.within(Wkt.area("POLYGON((0 0,500 0,500 300,0 300,0 0))"));
    assertThat(CoverageCheck.of(within).check(picture("AA.BB/AA.BB/AAABB")))
        .extracting(Finding::kind)
        .containsExactly(Kind.GAP_IN_JURISDICTION);
  }

  /** Removing a grid opens a bay of 200 m and no inlet; the ragged coast has none either. */
  @Test
  void aRaggedCoastHasNoInletsAndACheckAfterAnEditAgrees() {
    CoverageRules rules = CoverageRules.STANDARD.withInlets(5);
    for (int seed = 0; seed < 2; seed++) {
      Plan city = RandomPartitions.city(25, seed);
      CheckedPlan checked = CheckedPlan.of(city, rules);
      assertThat(checked.findings()).isEmpty();
      Random random = new Random(seed);
      for (int edit = 0; edit < 2; edit++) {
        List<Unit> units = new ArrayList<>(checked.plan().units(0));
        List<Unit> grids = new ArrayList<>(checked.plan().grids());
        int at = random.nextInt(grids.size());
        grids.set(at, grids.get(at).withArea(shrunk(grids.get(at))));
        units.addAll(grids);
        checked = checked.after(Plan.of(city.theme(), units));
        assertThat(checked.findings()).isEqualTo(CoverageCheck.of(rules).check(checked.plan()));
      }
    }
  }

  private static LatticeMultiPolygon shrunk(Unit unit) {
    return LatticeJts.fromSteps(LatticeJts.toSteps(unit.drawnArea()).buffer(-200));
  }
}
