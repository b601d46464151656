package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.coverage.area.DrawnUnit;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

class DrawnUnitTest {

  private static final String SQUARE = "POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))";
  private static final String SAME_SQUARE = "POLYGON ((1000 1000, 1000 0, 0 0, 0 1000, 1000 1000))";
  private static final String NEXT = "POLYGON ((1000 0, 2000 0, 2000 1000, 1000 1000, 1000 0))";
  private static final String HALF_OVER = "POLYGON ((500 0, 1500 0, 1500 1000, 500 1000, 500 0))";

  private static DrawnUnit drawn(String... features) {
    return DrawnUnit.of(
        "ward",
        "K",
        Arrays.stream(features).map(Wkt::area).toList(),
        which ->
            Message.core(
                "repair.gap-width-range",
                which.stream().map(it -> "row " + it).collect(Collectors.joining(" and "))),
        Progress.NONE);
  }

  private static List<String> kinds(DrawnUnit drawn) {
    return drawn.findings().stream().map(it -> it.kind().id() + " " + it.severity().id()).toList();
  }

  @Test
  void aRowThatRepeatsAnotherOneIsAFindingOfItsOwnWhereverItsRingBegins() {
    DrawnUnit drawn = drawn(SQUARE, SAME_SQUARE);

    assertThat(drawn.ground()).isEqualTo(Wkt.area(SQUARE));
    assertThat(kinds(drawn)).containsExactly("duplicate-row warning");
    assertThat(drawn.findings().get(0).message().toString()).contains("row 1").contains("row 0");
    assertThat(drawn.findings().get(0).units()).containsExactly("K");
  }

  @Test
  void aRowThatRepeatsAnotherOneWithOneMoreVertexOnAnEdgeRepeatsIt() {
    assertThat(kinds(drawn(SQUARE, "POLYGON ((0 0, 1000 0, 1000 500, 1000 1000, 0 1000, 0 0))")))
        .containsExactly("duplicate-row warning");
  }

  @Test
  void aRepeatedRowWhoseRingCrossesItselfHasThePlaceOfBothLoops() {
    String bowTie = "POLYGON ((0 0, 1000 1000, 1000 0, 0 1000, 0 0))";

    DrawnUnit drawn = drawn(bowTie, bowTie);

    assertThat(kinds(drawn)).containsExactly("duplicate-row warning");
    assertThat(drawn.findings().get(0).place().getArea()).isEqualTo(0.5e-8);
  }

  @Test
  void aRowThatIsThereThreeTimesIsToldTwice() {
    assertThat(kinds(drawn(SQUARE, NEXT, SQUARE, SQUARE)))
        .containsExactly("duplicate-row warning", "duplicate-row warning");
  }

  @Test
  void outlinesOfOneUnitThatOverlapAreOneFindingWithTheirCommonGround() {
    DrawnUnit drawn = drawn(SQUARE, HALF_OVER);

    assertThat(kinds(drawn)).containsExactly("parts-overlap warning");
    Finding finding = drawn.findings().get(0);
    assertThat(finding.place().getArea()).isEqualTo(0.5e-8);
    assertThat(finding.message().toString()).contains("row 0 and row 1");
  }

  @Test
  void featuresOfOneUnitThatTouchAreDissolvedWithoutAFinding() {
    DrawnUnit drawn = drawn(SQUARE, NEXT);

    assertThat(drawn.findings()).isEmpty();
    assertThat(drawn.ground().polygons()).hasSize(1);
  }

  @Test
  void whatIsNoWiderThanRoundingIsNoOverlap() {
    assertThat(drawn(SQUARE, "POLYGON ((1000 0, 2000 0, 2000 1000, 999 900, 1000 0))").findings())
        .isEmpty();
  }

  @Test
  void aHoleOutsideItsShellIsAFindingOfItsOwn() {
    DrawnUnit drawn =
        drawn(
            "POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0),"
                + " (3000 0, 3000 500, 3500 0, 3000 0))");

    assertThat(drawn.ground()).isEqualTo(Wkt.area(SQUARE));
    assertThat(kinds(drawn)).containsExactly("stray-hole warning");
  }

  @Test
  void holesThatOverlapAreToldAndNoGround() {
    DrawnUnit drawn =
        drawn(
            "POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0),"
                + " (100 100, 100 500, 500 500, 500 100, 100 100),"
                + " (300 300, 300 700, 700 700, 700 300, 300 300))");

    assertThat(kinds(drawn)).containsExactly("parts-overlap warning");
    assertThat(drawn.findings().get(0).message().key()).isEqualTo("finding.parts-overlap.holes");
  }

  @Test
  void aRingThatCrossesItselfUnderAnotherPartStillBlocks() {
    DrawnUnit drawn = drawn(SQUARE, "POLYGON ((500 0, 1500 1000, 1500 0, 500 1000, 500 0))");

    assertThat(kinds(drawn)).containsExactly("parts-overlap warning", "invalid-ring blocking");
    assertThat(drawn.findings().get(1).severity()).isEqualTo(Severity.BLOCKING);
    assertThat(Wkt.geometry(Wkt.of(drawn.ground())).isValid()).isTrue();
  }

  @Test
  void aRingThatOnlyCrossesItselfStaysAsItIsForTheCheckToFind() {
    String bowTie = "POLYGON ((500 0, 1500 1000, 1500 0, 500 1000, 500 0))";
    DrawnUnit drawn = drawn(bowTie, "POLYGON ((3000 0, 4000 0, 4000 1000, 3000 0))");

    assertThat(drawn.findings()).isEmpty();
    assertThat(drawn.ground().polygons().get(0)).isEqualTo(Wkt.area(bowTie).polygons().get(0));
  }
}
