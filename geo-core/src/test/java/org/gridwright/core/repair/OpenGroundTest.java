package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/**
 * Lakes stay open and inlets are closed where that is asked. Cells are 100 lattice steps, about 1.1
 * m.
 */
class OpenGroundTest {

  private static final Theme FREE = Theme.of("t", "T", CodeScheme.FREE, "grid");
  private static final RepairOptions INLETS = RepairOptions.STANDARD.withInlets(1.5);

  private static Plan picture(String rows) {
    return Pictures.plan(FREE, 0, 0, 100, rows);
  }

  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(FREE, units);
  }

  private static Plan withLake(Plan plan, String wkt) {
    return Plan.of(
        plan.theme(),
        plan.grids(),
        List.of(new DeclaredVoid("Lake", DeclaredVoid.Kind.WATER, Wkt.area(wkt))));
  }

  private static void assertArea(Plan plan, String code, String wkt) {
    Geometry area = Wkt.geometry(Wkt.of(plan.unit(0, code).orElseThrow().drawnArea()));
    assertThat(area.isValid()).as(area.toText()).isTrue();
    assertThat(area.equalsTopo(Wkt.geometry(wkt))).as("%s is %s", code, area.toText()).isTrue();
  }

  @Test
  void aLakeIsNotFilled() {
    Plan plan =
        withLake(picture("AAAA/A..B/BBBB"), "POLYGON((100 100,300 100,300 200,100 200,100 100))");
    Proposal proposal = Repair.propose(plan, RepairOptions.STANDARD);
    assertThat(proposal.mends()).isEmpty();
    assertThat(proposal.isEmpty()).isTrue();
  }

  @Test
  void theShoreOfALakeIsFilled() {
    Plan plan =
        withLake(picture("AAAA/A..B/BBBB"), "POLYGON((150 50,500 50,500 200,150 200,150 50))");
    Repaired repaired =
        Repair.propose(plan, RepairOptions.STANDARD.withGapsTo(Choice.LONGEST_BORDER)).apply();
    assertThat(repaired.leftovers())
        .as("only that units lie over the lake, as they did")
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.OVER_VOID);
    assertArea(
        repaired.plan(),
        "A",
        "POLYGON((0 100,150 100,150 200,300 200,400 200,400 300,0 300,0 100))");
    assertArea(repaired.plan(), "B", "POLYGON((0 0,400 0,400 200,300 200,300 100,0 100,0 0))");
  }

  @Test
  void aShoreBetweenLatticePointsFitsAllTheSame() throws Exception {
    Plan plan =
        withLake(
            plan(
                "POLYGON((0 0,1000 0,1000 1000,600 1000,603 397,400 390,400 1000,0 1000,0 0))",
                "POLYGON((0 1000,400 1000,600 1000,1000 1000,1000 1200,0 1200,0 1000))"),
            "POLYGON((333 411,777 555,777 900,333 711,333 411))");
    Repaired repaired = Repair.propose(plan, RepairOptions.STANDARD).apply();
    assertThat(repaired.leftovers())
        .as("only that units lie over the lake, as they did")
        .extracting(Finding::kind)
        .containsOnly(Finding.Kind.OVER_VOID);
    assertThat(repaired.plan().voids()).isEqualTo(plan.voids());
    Partition.of(repaired.plan());
  }

  @Test
  void anInletStaysOpenUnlessItIsAsked() {
    assertThat(Repair.propose(picture("AA.BB/AA.BB/AAABB"), RepairOptions.STANDARD).isEmpty())
        .isTrue();
  }

  @Test
  void anInletGoesToTheLongestBorder() {
    Repaired repaired = Repair.propose(picture("AA.BB/AA.BB/AAABB"), INLETS).apply();
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "A", "POLYGON((0 0,300 0,300 300,0 300,0 0))");
    assertArea(repaired.plan(), "B", "POLYGON((300 0,500 0,500 300,300 300,300 0))");
  }

  @Test
  void aSlitThroughTheCityIsClosed() {
    Repaired repaired =
        Repair.propose(picture("AA.BB/AA.BB/AA.BB"), INLETS.withGapsTo(Choice.to("B"))).apply();
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "B", "POLYGON((200 0,500 0,500 300,200 300,200 0))");
  }

  @Test
  void anInletIsToldAsSuch() {
    assertThat(Repair.propose(picture("AA.BB/AA.BB/AAABB"), INLETS).mends())
        .singleElement()
        .satisfies(
            mend -> {
              assertThat(mend.kind()).isEqualTo(Mend.Kind.INLET);
              assertThat(mend.units()).containsExactly("A", "B");
              assertThat(mend.receiver()).containsExactly("A");
              assertThat(mend.message().toString()).contains("inlet");
            });
  }

  @Test
  void oneInletCanBeLeftAndAnotherGiven() {
    Plan plan = picture("AA.BB.CC/AA.BB.CC/AAABBBCC");
    List<Finding> inlets =
        CoverageCheck.of(CoverageRules.STANDARD.withInlets(1.5)).check(plan).stream()
            .filter(it -> it.kind() == Finding.Kind.INLET)
            .toList();
    assertThat(inlets).hasSize(2);
    Finding west = inlets.get(inlets.get(0).units().contains("A") ? 0 : 1);
    Finding east = inlets.get(inlets.get(0).units().contains("A") ? 1 : 0);
    Repaired repaired =
        Repair.propose(
                plan,
                INLETS.withChoices(Map.of(west.id(), Choice.LEAVE, east.id(), Choice.to("C"))))
            .apply();
    assertArea(
        repaired.plan(), "C", "POLYGON((500 100,600 100,600 0,800 0,800 300,500 300,500 100))");
    assertThat(repaired.leftovers()).extracting(Finding::id).containsExactly(west.id());
    Repaired single =
        Repair.propose(
                plan,
                INLETS
                    .withGapsTo(Choice.LEAVE)
                    .withChoices(Map.of(east.id(), Choice.LONGEST_BORDER)))
            .apply();
    assertThat(single.leftovers()).extracting(Finding::id).containsExactly(west.id());
  }

  @Test
  void aMouthThatEndsOnAnEdgeLeavesNothingBetween() throws Exception {
    Plan plan =
        plan(
            "POLYGON((0 200,1000 200,1053 1000,0 1000,0 200))",
            "POLYGON((1080 200,2000 200,2000 700,1113 700,1080 200))",
            "POLYGON((0 0,2000 0,2000 200,1080 200,1000 200,0 200,0 0))");
    Repaired repaired = Repair.propose(plan, INLETS).apply();
    assertThat(repaired.moved()).isNotEmpty();
    assertThat(repaired.leftovers()).isEmpty();
    Partition.of(repaired.plan());
    assertThat(repaired.moved()).allSatisfy(moved -> assertThat(moved.vertexMetres()).isZero());
  }

  @Test
  void aRiverInAnInletStaysOpen() {
    Plan plan =
        withLake(
            picture("AA.BB/AA.BB/AA.BB/AAABB"),
            "POLYGON((200 200,300 200,300 600,200 600,200 200))");
    Repaired repaired = Repair.propose(plan, INLETS).apply();
    assertThat(repaired.leftovers()).isEmpty();
    assertArea(repaired.plan(), "A", "POLYGON((0 0,300 0,300 200,200 200,200 400,0 400,0 0))");
  }

  @Test
  void inletsAndGapsTogether() {
    Repaired repaired = Repair.propose(picture("AA.BB/AA.BB/AAABB/A.ABB/AAABB"), INLETS).apply();
    assertThat(repaired.leftovers()).isEmpty();
    assertThat(repaired.moved()).extracting(Movement::code).containsExactly("A");
  }

  @Test
  void theWidthOfInletsHasARange() {
    assertThatThrownBy(() -> RepairOptions.STANDARD.withInlets(-1))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("-1");
  }
}
