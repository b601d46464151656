package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Coordinates are lattice steps, about 11 mm each. */
class RepairTest {

  private static final Theme FREE = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final RepairOptions LONGEST =
      RepairOptions.STANDARD
          .withGapsTo(Choice.LONGEST_BORDER)
          .withOverlapsTo(Choice.LONGEST_BORDER);

  private static final String LEFT = "POLYGON((0 0,30 0,30 30,0 30,0 0))";

  /** Grids A, B, C… of the given outlines. */
  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, "Name " + code, Map.of("k", code), Wkt.area(wkt[i])));
    }
    return Plan.of(FREE, units);
  }

  private static Repaired repaired(Plan plan, RepairOptions options) {
    return Repair.propose(plan, options).apply();
  }

  private static void assertArea(Plan plan, String code, String wkt) {
    Geometry area = Wkt.geometry(Wkt.of(plan.unit(0, code).orElseThrow().drawnArea()));
    assertThat(area.isValid()).as(area.toText()).isTrue();
    assertThat(area.equalsTopo(Wkt.geometry(wkt))).as("%s is %s", code, area.toText()).isTrue();
  }

  @Test
  void aSeamlessPlanStaysTheSameObject() {
    Plan plan = Pictures.plan("AAB/ACB/DDD");
    Proposal proposal = Repair.propose(plan, RepairOptions.STANDARD.withSnap(0.01));
    assertThat(proposal.isEmpty()).isTrue();
    assertThat(proposal.apply().plan()).isSameAs(plan);
  }

  @Test
  void aGapGoesToTheLongestBorder() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB"); // A has 10 + 20, B has 10 + 20: equal, so A
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withGapsTo(Choice.LONGEST_BORDER));
    assertThat(repaired.leftovers()).isEmpty();
    assertThat(repaired.moved()).hasSize(1);
    assertThat(repaired.moved().get(0).gainedSquareMetres()).isEqualTo(0.02462, within(1e-5));
    assertThat(repaired.moved().get(0).lostSquareMetres()).isZero();
  }

  @Test
  void aGapGoesToTheUnitThatIsNamed() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withGapsTo(Choice.to("B")));
    assertArea(repaired.plan(), "B", "POLYGON((0 0,40 0,40 20,10 20,10 10,0 10,0 0))");
    assertThat(repaired.leftovers()).isEmpty();
  }

  @Test
  void aGapCanBeLeft() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB");
    Proposal proposal = Repair.propose(plan, RepairOptions.STANDARD.withGapsTo(Choice.LEAVE));
    assertThat(proposal.isEmpty()).isTrue();
    assertThat(proposal.mends()).hasSize(1);
    assertThat(proposal.mends().get(0).isLeft()).isTrue();
    assertThat(proposal.apply().leftovers())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.GAP);
  }

  @Test
  void aWideGapStays() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB"); // 10 steps wide: 0.11 m
    assertThat(Repair.propose(plan, RepairOptions.STANDARD.withGapWidth(0.05)).isEmpty()).isTrue();
    assertThat(Repair.propose(plan, RepairOptions.STANDARD.withGapWidth(0.2)).isEmpty()).isFalse();
  }

  @Test
  void anOverlapGoesToTheLargerOrTheSmaller() {
    String right = "POLYGON((20 0,60 0,60 30,20 30,20 0))";
    Plan plan = plan(LEFT, right);
    Plan toLarger = repaired(plan, RepairOptions.STANDARD.withOverlapsTo(Choice.LARGEST)).plan();
    assertArea(toLarger, "A", "POLYGON((0 0,20 0,20 30,0 30,0 0))");
    assertArea(toLarger, "B", right);
    Plan toSmaller = repaired(plan, RepairOptions.STANDARD.withOverlapsTo(Choice.SMALLEST)).plan();
    assertArea(toSmaller, "A", LEFT);
    assertArea(toSmaller, "B", "POLYGON((30 0,60 0,60 30,30 30,30 0))");
  }

  @Test
  void oneFindingCanHaveItsOwnChoice() {
    Plan plan =
        plan(
            LEFT, "POLYGON((20 0,60 0,60 30,20 30,20 0))", "POLYGON((50 0,90 0,90 30,50 30,50 0))");
    Finding second =
        CoverageCheck.standard().check(plan).stream()
            .filter(it -> it.units().equals(List.of("B", "C")))
            .findFirst()
            .orElseThrow();
    RepairOptions options =
        RepairOptions.STANDARD
            .withOverlapsTo(Choice.to("A"))
            .withChoices(Map.of(second.id(), Choice.to("C")));
    Repaired repaired = repaired(plan, options);
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "B", "POLYGON((30 0,50 0,50 30,30 30,30 0))");
    assertThatThrownBy(
            () ->
                Repair.propose(
                    plan, RepairOptions.STANDARD.withChoices(Map.of("gap-0", Choice.LEAVE))))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("gap-0");
  }

  @Test
  void aUnitWithinAnotherOneIsCutOut() {
    String inner = "POLYGON((10 10,20 10,20 20,10 20,10 10))";
    Repaired repaired = repaired(plan(LEFT, inner), RepairOptions.STANDARD);
    assertArea(repaired.plan(), "B", inner);
    assertArea(
        repaired.plan(), "A", "POLYGON((0 0,30 0,30 30,0 30,0 0),(10 10,20 10,20 20,10 20,10 10))");
    assertThat(repaired.leftovers()).isEmpty();
  }

  @Test
  void aUnitDrawnTwiceIsLeftAndNamed() {
    Proposal proposal = Repair.propose(plan(LEFT, LEFT), RepairOptions.STANDARD);
    assertThat(proposal.isEmpty()).isTrue();
    assertThat(proposal.apply().leftovers())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.DUPLICATE_UNIT);
  }

  @Test
  void noChoiceTakesAllAUnitHas() {
    Plan plan = plan(LEFT, "POLYGON((10 10,20 10,20 20,10 20,10 10))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withOverlapsTo(Choice.to("A")));
    assertThat(repaired.plan().grids()).extracting(Unit::code).containsExactly("A", "B");
  }

  /** B lies across A and covers all of A beyond 30 steps. */
  @Test
  void nothingIsLeftOfAUnitBeyondAnOverlap() {
    Plan plan =
        plan(
            "POLYGON((0 0,41 0,41 10,0 10,0 0))",
            "POLYGON((30 0,40 0,40 -90,90 -90,90 10,41 10,41 20,30 20,30 0))");
    Repaired repaired =
        repaired(plan, RepairOptions.STANDARD.withGapWidth(0.05).withOverlapsTo(Choice.to("B")));
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "A", "POLYGON((0 0,30 0,30 10,0 10,0 0))");
  }

  /** B lies across nearly all of A and is to have it; beyond it, A has two slivers of 1 by 10. */
  @Test
  void sliversThatAreAllAUnitHasStayItsOwn() {
    Plan plan =
        plan(
            "POLYGON((0 0,1002 0,1002 10,0 10,0 0))",
            "POLYGON((1 -90,1001 -90,1001 10,1 10,1 -90))");
    String overlap = CoverageCheck.standard().check(plan).get(0).id();
    Repaired repaired =
        repaired(
            plan,
            RepairOptions.STANDARD.withGapWidth(0.05).withChoices(Map.of(overlap, Choice.to("B"))));
    assertArea(
        repaired.plan(),
        "A",
        "MULTIPOLYGON(((0 0,1 0,1 10,0 10,0 0)),((1001 0,1002 0,1002 10,1001 10,1001 0)))");
  }

  /** What is left of A beyond B is a sliver of 1 by 10 steps: only A covers it. */
  @Test
  void whatOneUnitCoversAloneStaysItsOwn() {
    Plan plan =
        plan("POLYGON((0 0,41 0,41 10,0 10,0 0))", "POLYGON((30 -90,40 -90,40 20,30 20,30 -90))");
    Repaired repaired =
        repaired(plan, RepairOptions.STANDARD.withGapWidth(30).withOverlapsTo(Choice.to("B")));
    assertArea(
        repaired.plan(),
        "A",
        "MULTIPOLYGON(((0 0,30 0,30 10,0 10,0 0)),((40 0,41 0,41 10,40 10,40 0)))");
  }

  /** K's row stands in the file twice; W lies around it. */
  @Test
  void aPartThatIsThereTwiceIsNoHole() {
    String k = "(10 10,20 10,20 20,10 20,10 10)";
    Plan plan =
        plan(
            "MULTIPOLYGON((" + k + "),(" + k + "))",
            "POLYGON((0 0,30 0,30 30,0 30,0 0)," + k + ")",
            "MULTIPOLYGON(((40 0,50 0,50 10,40 10,40 0)),((45 0,60 0,60 10,45 10,45 0)))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD);
    assertArea(repaired.plan(), "A", "POLYGON(" + k + ")");
    assertArea(repaired.plan(), "B", "POLYGON((0 0,30 0,30 30,0 30,0 0)," + k + ")");
    assertArea(repaired.plan(), "C", "POLYGON((40 0,60 0,60 10,40 10,40 0))");
    assertThat(repaired.leftovers()).isEmpty();
  }

  @Test
  void mismatchedEdgesAreClosed() {
    Plan plan = plan(LEFT, "POLYGON((30 0,60 0,60 30,30 30,30 15,30 0))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD);
    assertThat(repaired.leftovers()).isEmpty();
    assertThat(Wkt.of(repaired.plan().unit(0, "A").orElseThrow().drawnArea())).contains("30 15");
  }

  @Test
  void nearVerticesAreSnapped() {
    Plan plan = plan(LEFT, "POLYGON((32 1,60 0,60 30,31 29,32 1))"); // up to 2.2 steps apart
    RepairOptions snap = RepairOptions.STANDARD.withSnap(0.03);
    Repaired repaired = repaired(plan, snap.withInlets(0.01));
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "A", LEFT);
    assertArea(repaired.plan(), "B", "POLYGON((30 0,60 0,60 30,30 30,30 0))");
    assertThat(repaired.moved()).extracting(Movement::code).containsExactly("B");
    assertThat(repaired.moved().get(0).vertexMetres()).isBetween(0.02, 0.03);
  }

  @Test
  void nothingIsTakenFromOutsideUnlessInletsAreClosed() {
    Plan plan = plan(LEFT, "POLYGON((32 1,60 0,60 30,31 29,32 1))");
    assertThat(repaired(plan, RepairOptions.STANDARD.withSnap(0.03)).moved()).isEmpty();
  }

  /** The corner inland is joined; the one on open ground stays, with the open wedge below it. */
  @Test
  void cornersInlandAreSnappedWhereThoseOutsideAreNot() {
    Plan plan =
        plan(
            "POLYGON((0 0,30 0,30 15,30 30,0 30,0 0))",
            "POLYGON((32 1,60 0,60 30,31 29,30 15,32 1))",
            "POLYGON((0 30,30 30,60 30,60 60,0 60,0 30))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withSnap(0.03));
    assertThat(repaired.moved()).extracting(Movement::code).containsExactly("B");
    assertArea(repaired.plan(), "B", "POLYGON((32 1,60 0,60 30,30 30,30 15,32 1))");
  }

  @Test
  void anEdgeIsLedThroughANearVertex() {
    Plan plan = plan(LEFT, "POLYGON((30 0,60 0,60 30,30 30,31 15,30 0))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withSnap(0.02));
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "A", "POLYGON((0 0,30 0,31 15,30 30,0 30,0 0))");
  }

  @Test
  void aBowTieIsRedrawnAsTwoWings() {
    Repaired repaired =
        repaired(plan("POLYGON((0 0,40 40,40 0,0 40,0 0))"), RepairOptions.STANDARD);
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(
        repaired.plan(), "A", "MULTIPOLYGON(((0 0,20 20,0 40,0 0)),((20 20,40 0,40 40,20 20)))");
  }

  /** A gap of 2 by 120 steps between two units above and two below: cut at 60, not spiked. */
  @Test
  void aLongGapBetweenSeveralUnitsIsDivided() {
    Plan plan =
        plan(
            "POLYGON((0 2,60 2,60 40,0 40,0 2))",
            "POLYGON((60 2,120 2,120 40,60 40,60 2))",
            "POLYGON((-20 0,0 0,50 0,50 -40,-20 -40,-20 0))",
            "POLYGON((50 0,120 0,140 0,140 -40,50 -40,50 0))",
            "POLYGON((-20 0,0 0,0 2,0 40,-20 40,-20 0))",
            "POLYGON((120 0,140 0,140 40,120 40,120 2,120 0))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD);
    assertThat(repaired.leftovers()).isEmpty();
    for (Unit unit : repaired.plan().grids()) {
      Geometry area = Wkt.geometry(Wkt.of(unit.drawnArea()));
      Geometry before = Wkt.geometry(Wkt.of(plan.unit(0, unit.code()).orElseThrow().drawnArea()));
      double reach =
          area.getEnvelopeInternal().getWidth() - before.getEnvelopeInternal().getWidth();
      assertThat(reach).as("%s: %s", unit.code(), area.toText()).isLessThanOrEqualTo(12);
    }
  }

  @Test
  void namesAndAttributesStay() {
    Plan plan = plan(LEFT, "POLYGON((20 0,60 0,60 30,20 30,20 0))");
    for (Unit unit : repaired(plan, RepairOptions.STANDARD).plan().grids()) {
      assertThat(unit.name()).isEqualTo("Name " + unit.code());
      assertThat(unit.attributes()).isEqualTo(Map.of("k", unit.code()));
    }
  }

  @Test
  void whatIsLeftSaysWhy() {
    Plan plan = Pictures.plan("AAAA/A..B/BBBB");
    assertThat(onlyMend(plan, LONGEST.withGapsTo(Choice.LEAVE))).isEqualTo(Mend.Reason.CHOSEN);
    assertThat(onlyMend(plan, LONGEST.withGapWidth(0))).isEqualTo(Mend.Reason.WIDE);
    assertThat(onlyMend(plan, LONGEST.withGapsTo(Choice.to("C"))))
        .isEqualTo(Mend.Reason.NOT_CONCERNED);
    assertThat(onlyMend(plan, LONGEST)).isNull();
  }

  private static Mend.@Nullable Reason onlyMend(Plan plan, RepairOptions options) {
    List<Mend> mends = Repair.propose(plan, options).mends();
    assertThat(mends).hasSize(1);
    return mends.get(0).reason();
  }

  @Test
  void choicesAreForGroundOnly() {
    Plan plan =
        plan("POLYGON((0 0,10 0,10 10,0 10,0 0))", "POLYGON((10 0,20 0,20 10,10 10,10 5,10 0))");
    Finding edge = CoverageCheck.standard().check(plan).get(0);
    assertThat(edge.kind()).isEqualTo(Finding.Kind.MISMATCHED_EDGE);
    assertThatThrownBy(
            () -> Repair.propose(plan, LONGEST.withChoices(Map.of(edge.id(), Choice.LEAVE))))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("choices are for gaps");
  }

  @Test
  void optionsRefuseMeasuresOutOfRange() {
    assertThatThrownBy(() -> LONGEST.withSnap(-1))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("between 0 and 100 m");
    assertThatThrownBy(() -> LONGEST.withSnap(101))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("101");
    assertThatThrownBy(() -> LONGEST.withGapWidth(Double.NaN))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("zero or more");
  }
}
