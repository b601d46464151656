package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.assertLooks;
import static org.gridwright.core.edit.Drawn.line;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.AreaAssert;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;

/** Reshape, transfer, vertices, new and retired units. */
class BorderEditsTest {

  private static Edit reshape(int... line) {
    return new ReshapeEdit("A", "B", line(line));
  }

  private static Edit transfer(String to, String polygon) {
    return new TransferEdit(List.of(), to, Wkt.area(polygon), false);
  }

  private static LatticePoint at(int x, int y) {
    return new LatticePoint(x, y);
  }

  @Test
  void aBulgeIsDrawnIntoTheOtherUnit() {
    assertLooks(after("AABB/AABB/AABB", reshape(20, 10, 30, 10, 30, 20, 20, 20)), "AABB/AAAB/AABB");
  }

  @Test
  void theLineMayCrossTheBorderSeveralTimes() {
    assertLooks(
        after(
            "AABB/AABB/AABB/AABB",
            reshape(20, 0, 30, 0, 30, 10, 10, 10, 10, 30, 30, 30, 30, 40, 20, 40)),
        "AAAB/ABBB/ABBB/AAAB");
  }

  @Test
  void theNewBorderTurnsWhereItLeavesTheOldOne() {
    Plan bulge = after("AABB/AABB/AABB", reshape(20, 12, 26, 12, 26, 18, 20, 18));
    assertThat(Wkt.of(bulge.unit(0, "A").orElseThrow().drawnArea()))
        .contains("20 12, 26 12, 26 18, 20 18");
    Plan given = after("AABB/AABB/CCCC", transfer("A", "POLYGON((13 22,24 22,24 27,13 27,13 22))"));
    assertThat(Wkt.of(given.unit(0, "A").orElseThrow().drawnArea()))
        .contains("20 22, 24 22, 24 27, 20 27");
  }

  @Test
  void theWholeBorderMoves() {
    assertLooks(after("AABB/AABB", reshape(10, -5, 10, 25)), "ABBB/ABBB");
    assertLooks(after("AAAABB/AAAABB", reshape(10, -5, 10, 25)), "ABBBBB/ABBBBB");
  }

  @Test
  void theRestOfANeighbourKeepsItsPoints() {
    Plan moved = after("AABB/CCDD", reshape(14, 20, 14, 10));
    assertThat(Wkt.of(moved.unit(0, "C").orElseThrow().drawnArea())).contains("14 10");
  }

  @Test
  void aLineThatMovesNothingIsRefused() {
    EditRefusedException refused = refusal("AABB/AABB", reshape(5, 5, 6, 6));
    assertThat(refused.reason()).isEqualTo(Refusal.LINE_CHANGES_NOTHING);
    assertThat(refused.place()).isPresent();
  }

  @Test
  void aDrawnAreaChangesHands() {
    assertLooks(
        after("AABB/AABB/CCCC", transfer("B", "POLYGON((10 10,25 10,25 20,10 20,10 10))")),
        "AABB/ABBB/CCCC");
    assertLooks(
        after("AABB/AABB/CCCC", transfer("C", "POLYGON((10 5,30 5,30 20,10 20,10 5))")),
        "AABB/ACCB/CCCC");
  }

  @Test
  void onlyTheNamedGiversGive() {
    Edit edit =
        new TransferEdit(
            List.of("A"), "C", Wkt.area("POLYGON((10 5,30 5,30 20,10 20,10 5))"), false);
    assertLooks(after("AABB/AABB/CCCC", edit), "AABB/ACBB/CCCC");
  }

  @Test
  void whatWouldVanishOrFallApartIsRefused() {
    assertThat(refusal("ABC", transfer("A", "POLYGON((9 -1,21 -1,21 11,9 11,9 -1))")).reason())
        .isEqualTo(Refusal.UNIT_WOULD_VANISH);
    assertThat(refusal("ABBBC", transfer("A", "POLYGON((20 0,30 0,30 10,20 10,20 0))")).reason())
        .isEqualTo(Refusal.UNIT_WOULD_FALL_APART);
    assertThat(refusal("AB", transfer("A", "POLYGON((0 0,10 0,10 10,0 10,0 0))")).reason())
        .isEqualTo(Refusal.AREA_CHANGES_NOTHING);
  }

  @Test
  void aVertexTakesAllItsUnitsAlong() {
    Plan moved = after("AB/CD", new MoveVertexEdit(at(10, 10), at(12, 13)));
    for (String code : List.of("A", "B", "C", "D")) {
      assertThat(Wkt.of(moved.unit(0, code).orElseThrow().drawnArea())).contains("12 13");
    }
  }

  @Test
  void aVertexOnANeighboursStraightEdgeTakesTheEdgeAlong() {
    Plan plan =
        Drawn.ofWkt(
            "A", "POLYGON((0 0,10 0,10 10,0 10,0 0))",
            "B", "POLYGON((10 0,20 0,20 10,10 10,10 0))",
            "C", "POLYGON((0 10,20 10,20 20,0 20,0 10))");
    Plan moved = after(plan, new MoveVertexEdit(at(10, 10), at(10, 12)));
    assertThat(Wkt.of(moved.unit(0, "C").orElseThrow().drawnArea())).contains("10 12");
  }

  /** The foot of the corner on the border is no lattice point; 19, 10 is the nearest. */
  @Test
  void aCornerMovedOntoANeighboursBorderIsAVertexOfBoth() {
    Plan plan =
        Drawn.ofWkt(
            "A", "POLYGON((0 0,10 0,10 10,0 10,0 0))",
            "B", "POLYGON((14 -10,40 -10,40 20,21 20,14 -10))");
    Plan moved = after(plan, new MoveVertexEdit(at(10, 10), at(19, 10)));
    for (String code : List.of("A", "B")) {
      assertThat(Wkt.of(moved.unit(0, code).orElseThrow().drawnArea())).contains("19 10");
    }
  }

  @Test
  void aVertexThatWouldCrossABorderStays() {
    EditRefusedException refused = refusal("AB/CD", new MoveVertexEdit(at(10, 10), at(10, 25)));
    assertThat(refused.reason()).isIn(Refusal.OVERLAP, Refusal.RING_INVALID);
    assertThat(refused.place()).isPresent();
    assertThat(refusal("AB/CD", new MoveVertexEdit(at(11, 10), at(12, 12))).reason())
        .isEqualTo(Refusal.NO_VERTEX_THERE);
  }

  @Test
  void aVertexMovedOntoTheNextOneBecomesOneWithIt() {
    Plan moved = after("AB/CD", new MoveVertexEdit(at(10, 10), at(10, 20)));
    AreaAssert.assertThatArea(moved.unit(0, "A").orElseThrow().drawnArea())
        .covers("POLYGON((0 10,10 20,0 20,0 10))");
  }

  @Test
  void aVertexIsAddedToBothSidesAndTakenAwayAgain() {
    Plan more = after("AB", new AddVertexEdit(at(12, 5), at(10, 0), at(10, 10)));
    assertThat(Wkt.of(more.unit(0, "A").orElseThrow().drawnArea())).contains("12 5");
    assertThat(Wkt.of(more.unit(0, "B").orElseThrow().drawnArea())).contains("12 5");
    Drawn.assertSameOutlines(after(more, new RemoveVertexEdit(at(12, 5))), Pictures.plan("AB"));
  }

  @Test
  void noEdgeNoVertex() {
    assertThat(refusal("AB", new AddVertexEdit(at(12, 5), at(10, 0), at(20, 10))).reason())
        .isEqualTo(Refusal.NO_EDGE_THERE);
    assertThat(refusal("AB/CD", new RemoveVertexEdit(at(10, 10))).reason())
        .isEqualTo(Refusal.VERTEX_NEEDED);
  }

  @Test
  void aUnitIsAddedOverWhatBelongsToNobody() {
    Edit edit = new AddUnitEdit("X", null, "New", Wkt.area("POLYGON((5 5,25 5,25 35,5 35,5 5))"));
    Plan plan = after("A../AA./BBB", edit);
    AreaAssert.assertThatArea(plan.unit(0, "X").orElseThrow().drawnArea())
        .covers("POLYGON((20 20,20 10,25 10,25 35,5 35,5 30,10 30,10 20,20 20))");
    assertThat(refusal("AAA/AAA/AAA/AAA", edit).reason()).isEqualTo(Refusal.AREA_CHANGES_NOTHING);
  }

  @Test
  void aHoleIsFilled() {
    Edit edit = new AddUnitEdit("X", null, null, Wkt.area("POLYGON((5 5,25 5,25 25,5 25,5 5))"));
    assertLooks(after("AAA/A.A/AAA", edit), "AAA/AXA/AAA");
  }

  @Test
  void aRetiredUnitGoesToItsLongestBorderOrTheNamedOne() {
    assertLooks(after("AXX/BBB", new RetireEdit("X", Heir.By.LONGEST_BORDER)), "ABB/BBB");
    assertLooks(after("AXX/BBB", new RetireEdit("X", new Heir.Named("A"))), "AAA/BBB");
    assertThat(refusal("A.X", new RetireEdit("X", Heir.By.LONGEST_BORDER)).reason())
        .isEqualTo(Refusal.NO_NEIGHBOUR);
  }

  @Test
  void aRetiredUnitIsDividedAmongItsNeighbours() {
    Plan plan =
        Drawn.ofWkt(
            "S", "POLYGON((0 0,4000 0,3000 1000,1000 1000,0 0))",
            "E", "POLYGON((4000 0,4000 4000,3000 3000,3000 1000,4000 0))",
            "N", "POLYGON((4000 4000,0 4000,1000 3000,3000 3000,4000 4000))",
            "W", "POLYGON((0 4000,0 0,1000 1000,1000 3000,0 4000))",
            "X", "POLYGON((1000 1000,3000 1000,3000 3000,1000 3000,1000 1000))");
    Plan after = after(plan, new RetireEdit("X", Heir.By.NEAREST_BORDER));
    assertThat(after.grids()).extracting(Unit::code).containsExactly("E", "N", "S", "W");
    for (Unit grid : after.grids()) {
      assertThat(LatticeJts.toSteps(grid.drawnArea()).getArea())
          .isCloseTo(4e6, withinPercentage(2));
    }
  }

  @Test
  void aRetiredUnitAtTheEdgeOfTheCityIsDividedToo() {
    Plan city = RandomPartitions.city(16, 5);
    for (Unit grid : city.grids()) {
      Plan after = after(city, new RetireEdit(grid.code(), Heir.By.NEAREST_BORDER));
      assertThat(after.grids()).hasSize(15);
    }
  }

  @Test
  void aBatchIsOneChange() {
    Edit batch =
        new BatchEdit(
            List.of(
                new SplitEdit("A", line(10, -5, 10, 25), Keeper.By.LARGEST, List.of("X")),
                new MergeEdit(List.of("X", "B"), "B", true),
                new RenameEdit(0, "B", "Both", Map.of())));
    assertLooks(after("AAAB/AAAB", batch), "BAAB/BAAB");
  }
}
