package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

/**
 * The situations that the coverage cleaner and the gap finder of JTS are tested with, in figures of
 * our own. Coordinates are lattice steps, about 11 mm each.
 *
 * <p>Not applicable:
 *
 * <ul>
 *   <li>A single polygon whose own spike is snapped away. Snapping here is between units; a unit
 *       that nothing lies beside stays as it was drawn.
 *   <li>Overlaps given to the polygon of the lowest or highest index. Units have no index; one of
 *       them is named by its code, which is tested in place of both.
 *   <li>A gap found as a line string. A gap is a polygon here, with its area and width.
 * </ul>
 */
class CleanerCasesTest {

  private static final RepairOptions LONGEST =
      RepairOptions.STANDARD
          .withGapsTo(Choice.LONGEST_BORDER)
          .withOverlapsTo(Choice.LONGEST_BORDER);

  private static final String A = "POLYGON((0 300,500 300,400 0,0 0,0 300))";
  private static final String B = "POLYGON((0 300,220 180,350 300,350 900,0 900,0 300))";

  private static final String[] THREE_GAPS = {
    "POLYGON((0 100,900 100,900 300,700 300,300 300,0 300,0 100))",
    "POLYGON((0 300,200 400,300 300,300 900,0 900,0 300))",
    "POLYGON((300 300,420 520,600 520,700 300,700 900,300 900,300 300))",
    "POLYGON((700 300,800 312,900 300,900 900,700 900,700 300))"
  };

  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(Theme.of("t", "T", CodeScheme.FREE, "grid"), units);
  }

  private static Repaired repaired(Plan plan, RepairOptions options) {
    return Repair.propose(plan, options).apply();
  }

  private static void assertSeamless(Repaired repaired, double snapMetres) throws Exception {
    assertThat(repaired.leftovers()).isEmpty();
    assertThat(repaired.moved())
        .allSatisfy(moved -> assertThat(moved.vertexMetres()).isLessThanOrEqualTo(snapMetres));
    Partition.of(repaired.plan());
  }

  private static void assertArea(Repaired repaired, String code, String wkt) {
    Geometry area = LatticeJts.toSteps(repaired.plan().unit(0, code).orElseThrow().drawnArea());
    assertThat(area.equalsTopo(Wkt.geometry(wkt))).as("%s is %s", code, area.toText()).isTrue();
  }

  @Test
  void aGapBetweenThreeIsFound() {
    Plan plan =
        plan(
            "POLYGON((0 0,900 0,900 400,700 400,300 400,0 400,0 0))",
            "POLYGON((0 400,300 400,500 550,500 900,0 900,0 400))",
            "POLYGON((500 550,700 400,900 400,900 900,500 900,500 550))");
    assertThat(CoverageCheck.standard().check(plan))
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.kind()).isEqualTo(Finding.Kind.GAP);
              assertThat(gap.units()).containsExactly("A", "B", "C");
              assertThat(
                      LatticeJts.toSteps(LatticeJts.fromDegrees(gap.place()))
                          .equalsTopo(Wkt.geometry("POLYGON((300 400,700 400,500 550,300 400))")))
                  .isTrue();
            });
  }

  @Test
  void oneVertexThatNearlyMatches() throws Exception {
    Plan plan =
        plan(
            "POLYGON((0 500,900 499,900 900,0 900,0 500))",
            "POLYGON((0 0,900 0,900 500,0 500,0 0))");
    assertSeamless(repaired(plan, RepairOptions.STANDARD.withSnap(0.05)), 0.05);
  }

  @Test
  void manyVerticesThatNearlyMatchBesideARealGap() throws Exception {
    Plan plan =
        plan(
            "POLYGON((0 500,200 500,300 500,400 560,700 500,800 500,900 500,900 900,0 900,0 500))",
            "POLYGON((0 0,900 0,900 500,798 497,699 499,500 300,302 499,200 501,0 498,0 0))");
    assertSeamless(repaired(plan, RepairOptions.STANDARD.withSnap(0.1)), 0.1);
    Repaired apart = repaired(plan, RepairOptions.STANDARD.withSnap(0.1).withGapWidth(0.5));
    assertThat(apart.leftovers()).extracting(Finding::kind).containsExactly(Finding.Kind.GAP);
  }

  /** Differs from JTS, which snaps it away. */
  @Test
  void aSpikeThatFitsItsNeighbourStays() throws Exception {
    Plan plan =
        plan(
            "POLYGON((0 0,501 0,500 800,500 200,0 200,0 0))",
            "POLYGON((0 200,500 200,500 800,0 800,0 200))");
    Repaired repaired = repaired(plan, RepairOptions.STANDARD.withSnap(0.02));
    assertSeamless(repaired, 0);
    assertThat(repaired.moved()).isEmpty();
  }

  @Test
  void aThinGapGoesToTheLongestOfThreeBorders() throws Exception {
    Repaired repaired =
        repaired(
            plan(
                "POLYGON((0 500,400 500,412 500,900 500,900 900,0 900,0 500))",
                "POLYGON((0 500,400 100,400 500,0 500))",
                "POLYGON((400 100,900 500,412 500,400 100))"),
            RepairOptions.STANDARD);
    assertSeamless(repaired, 0);
    assertArea(repaired, "C", "POLYGON((400 100,900 500,400 500,400 100))");
  }

  @Test
  void gapsAreFilledUpToAWidth() {
    Plan plan = plan(THREE_GAPS);
    double[] widths =
        CoverageCheck.standard().check(plan).stream()
            .mapToDouble(Finding::widthMetres)
            .sorted()
            .toArray();
    assertThat(widths).hasSize(3);
    assertThat(leftBelow(plan, 0)).isEqualTo(3);
    assertThat(leftBelow(plan, (widths[0] + widths[1]) / 2)).isEqualTo(2);
    assertThat(leftBelow(plan, (widths[1] + widths[2]) / 2)).isEqualTo(1);
    assertThat(leftBelow(plan, 2 * widths[2])).isZero();
  }

  private static int leftBelow(Plan plan, double gapWidth) {
    return repaired(plan, RepairOptions.STANDARD.withGapWidth(gapWidth)).leftovers().size();
  }

  @Test
  void aFilledGapFollowsTheLongestBorder() {
    Repaired repaired = repaired(plan(THREE_GAPS), LONGEST);
    assertArea(repaired, "A", "POLYGON((0 100,900 100,900 300,0 300,0 100))");
    assertArea(repaired, "C", "POLYGON((300 300,700 300,700 900,300 900,300 300))");
  }

  @ParameterizedTest
  @CsvSource({"SMALLEST,A", "LARGEST,B", "A,A", "B,B"})
  void anOverlapGoesToTheOneChosen(String choice, String receiver) throws Exception {
    Choice to =
        switch (choice) {
          case "SMALLEST" -> Choice.SMALLEST;
          case "LARGEST" -> Choice.LARGEST;
          default -> Choice.to(choice);
        };
    Repaired repaired = repaired(plan(A, B), LONGEST.withOverlapsTo(to));
    assertSeamless(repaired, 0);
    boolean first = receiver.equals("A");
    assertArea(
        repaired, "A", first ? A : "POLYGON((0 300,220 180,350 300,500 300,400 0,0 0,0 300))");
    assertArea(repaired, "B", first ? "POLYGON((0 300,350 300,350 900,0 900,0 300))" : B);
  }

  @Test
  void anOverlapOfTwoBesideAThirdGoesToTheLongerBorder() throws Exception {
    Repaired repaired =
        repaired(
            plan(
                "POLYGON((500 100,900 100,900 900,500 900,500 100))",
                "POLYGON((100 200,500 200,500 500,100 500,100 200))",
                "POLYGON((200 400,500 400,500 700,200 700,200 400))"),
            LONGEST);
    assertSeamless(repaired, 0);
    assertArea(repaired, "B", "POLYGON((100 200,500 200,500 500,100 500,100 200))");
    assertArea(repaired, "C", "POLYGON((200 500,500 500,500 700,200 700,200 500))");
  }
}
