package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.EXACT;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.assertSameOutlines;
import static org.gridwright.core.edit.Drawn.line;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static Edit split(String unit, int... line) {
    return split(unit, Keeper.By.LARGEST, List.of("X", "Y", "Z"), line);
  }

  private static Edit split(String unit, Keeper keeps, List<String> codes, int... line) {
    return new SplitEdit(unit, line(line), keeps, codes);
  }

  @Test
  void aLineCutsAUnitInTwo() {
    assertLooks(after("AAAB/AAAB", split("A", 20, -5, 20, 25)), "AAXB/AAXB");
  }

  @Test
  void theLineMayStartOnTheBorder() {
    assertLooks(after("AAAB/AAAB", split("A", 20, 0, 20, 20)), "AAXB/AAXB");
  }

  @Test
  void aBentLineCutsACornerOff() {
    assertLooks(after("AAB/AAB", split("A", 10, 20, 10, 10, 20, 10)), "AXB/AAB");
  }

  @Test
  void neighboursGetThePointsWhereTheLineEnds() {
    Plan plan = after("AAA/BBB", split("A", 14, 30, 14, 10));
    assertThat(Wkt.of(plan.unit(0, "B").orElseThrow().drawnArea())).contains("14 10");
  }

  @Test
  void aCrossingBetweenLatticePointsIsRoundedInBothNeighbours() {
    Plan plan =
        Drawn.ofWkt("A", "POLYGON((0 0,100 0,100 33,0 0))", "B", "POLYGON((0 0,100 33,0 33,0 0))");
    Plan cut = after(plan, split("A", 50, -9, 50, 40));
    assertThat(Wkt.of(cut.unit(0, "B").orElseThrow().drawnArea())).contains("50 17");
    assertThat(Wkt.of(cut.unit(0, "A").orElseThrow().drawnArea())).contains("50 17");
  }

  @Test
  void aLineThatCrossesSeveralTimesCutsSeveralPieces() {
    assertLooks(after("ABAC/ABAC/AAAC", split("A", -5, 10, 35, 10)), "XBYC/XBYC/AAAC");
  }

  @Test
  void aClosedLineCutsAnIsland() {
    assertLooks(
        after("AAA/AAA/AAA", split("A", 10, 10, 20, 10, 20, 20, 10, 20, 10, 10)), "AAA/AXA/AAA");
  }

  @Test
  void anAreaIsCutOut() {
    Edit edit =
        new CutOutEdit(
            "A", Wkt.area("POLYGON((10 10,99 10,99 99,10 99,10 10))"), Keeper.By.LARGEST, "X");
    assertLooks(after("AAAB/AAAB", edit), "AXXB/AAAB");
  }

  @Test
  void theKeeperIsChosen() {
    assertLooks(after("AAA", split("A", Keeper.By.EAST, List.of("X"), 20, -5, 20, 25)), "XXA");
    assertLooks(
        after(
            "AAA",
            split("A", new Keeper.At(new LatticePoint(25, 5)), List.of("X"), 20, -5, 20, 25)),
        "XXA");
    assertThat(
            refusal(
                    "AAA",
                    split("A", new Keeper.At(new LatticePoint(99, 5)), List.of(), 20, -5, 20, 25))
                .reason())
        .isEqualTo(Refusal.NO_SUCH_PIECE);
  }

  @Test
  void aNewUnitHasTheParentButNeitherLabelsNorNameOfTheWhole() {
    Plan plan = after("AAA", new SetAttributesEdit(0, "A", Map.of("use", "market")));
    PlanChange change =
        Editing.change(
            EditablePlan.of(plan), split("A", Keeper.By.LARGEST, List.of(), 20, -5, 20, 25), EXACT);
    Unit part = plan.with(change).unit(0, "A-2").orElseThrow();
    assertThat(part.name()).isEqualTo("A-2");
    assertThat(part.attributes()).isEmpty();
    assertThat(change.lineage()).containsExactly(new Lineage(0, List.of("A"), List.of("A", "A-2")));
  }

  @Test
  void aLineThatDoesNotDivideIsRefused() {
    EditRefusedException refused = refusal("AAA/AAA", split("A", 20, -5, 20, 15));
    assertThat(refused.reason()).isEqualTo(Refusal.LINE_DOES_NOT_CROSS);
    assertThat(refused.place()).isPresent();
    assertThat(refusal("AAB", split("A", 25, -5, 25, 15)).reason())
        .isEqualTo(Refusal.LINE_DOES_NOT_CROSS);
    assertThat(refusal("AAB", split("A", Keeper.By.LARGEST, List.of("B"), 10, -5, 10, 15)).reason())
        .isEqualTo(Refusal.CODE_TAKEN);
  }

  @Test
  void aLooseEndLeavesNoTrace() {
    Plan plan = after("AAAB/AAAB", split("A", 10, -5, 10, 25, 24, 25, 24, 5));
    assertLooks(plan, "XAAB/XAAB");
    assertThat(Wkt.of(plan.unit(0, "A").orElseThrow().drawnArea())).doesNotContain("24 20");
  }

  @Test
  void drawnPointsSnapToVerticesAndEdges() {
    Plan plan = Pictures.plan("AAAB/AAAB");
    Edit edit = split("A", 21, 1, 20, 18);
    assertLooks(plan.with(Editing.change(EditablePlan.of(plan), edit, 0.03)), "AAXB/AAXB");
  }

  @Test
  void splitThenMergeRestoresEveryOutlineExactly() {
    Plan plan =
        Drawn.ofWkt("A", "POLYGON((0 0,100 0,100 33,0 0))", "B", "POLYGON((0 0,100 33,0 33,0 0))");
    EditablePlan start = EditablePlan.of(plan, plan);
    for (int x = 1; x < 100; x++) {
      EditablePlan cut = start.after(Editing.change(start, split("A", x, -9, 101 - x, 40), EXACT));
      Edit merge = new MergeEdit(List.of("A", "X"), "A", false);
      assertSameOutlines(cut.after(Editing.change(cut, merge)).plan(), plan);
    }
  }

  @Test
  void anOriginalVertexStaysWhenASplitThatEndedThereIsMerged() {
    Plan plan = Pictures.plan("AAA/BBB");
    EditablePlan start = EditablePlan.of(plan, plan);
    EditablePlan cut = start.after(Editing.change(start, split("A", 10, 5, 10, 25), EXACT));
    Edit merge = new MergeEdit(List.of("A", "X"), "A", false);
    assertSameOutlines(cut.after(Editing.change(cut, merge)).plan(), plan);
  }
}
