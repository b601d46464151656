package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.DeclaredVoid;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** What nobody draws is refused at once, before it takes minutes or leaves the exact range. */
class DrawnLimitsTest {

  /** 180 degrees of longitude, in steps. */
  private static final int HALF_WORLD = 1_800_000_000;

  private static final LatticeMultiPolygon FAR_AWAY =
      Wkt.area("POLYGON((1790000000 0,1800000000 0,1800000000 9,1790000000 0))");

  private static Edit split(List<LatticePoint> line) {
    return new SplitEdit("A", line, Keeper.By.LARGEST, List.of());
  }

  @Test
  void whatIsFarFromThePlanIsRefused() {
    List<Edit> edits =
        List.of(
            split(Drawn.line(-HALF_WORLD, 5, HALF_WORLD, 5)),
            new CutOutEdit("A", FAR_AWAY, Keeper.By.LARGEST, null),
            new ReshapeEdit("A", "B", Drawn.line(-HALF_WORLD, 5, HALF_WORLD, 5)),
            new MoveVertexEdit(new LatticePoint(10, 10), new LatticePoint(HALF_WORLD, 0)),
            new TransferEdit(List.of(), "A", FAR_AWAY, true),
            new AddUnitEdit(null, null, null, FAR_AWAY),
            new DeclareVoidEdit(new DeclaredVoid("x", DeclaredVoid.Kind.OTHER, FAR_AWAY)));
    for (Edit edit : edits) {
      assertThat(refusal("AB/AB", edit).reason()).as("%s", edit).isEqualTo(Refusal.TOO_FAR_AWAY);
      assertThat(refusal("AB/AB", new BatchEdit(List.of(edit))).reason())
          .isEqualTo(Refusal.TOO_FAR_AWAY);
    }
  }

  /** Where all corners of an area are near enough to be snapped, it closes all the same. */
  @Test
  void tinyAreasBesideBordersAreTakenOrRefused() {
    Random random = new Random(7);
    EditablePlan plan =
        EditablePlan.of(
            Drawn.ofWkt("A", "POLYGON((0 0,9000 1,9007 4000,8991 9000,4500 9013,0 9000,0 0))"));
    int taken = 0;
    for (int i = 0; i < 3_000; i++) {
      int x = 8_985 + random.nextInt(30);
      int y = 3_900 + random.nextInt(200);
      int[][] at = new int[4][];
      for (int k = 0; k < 4; k++) {
        at[k] = new int[] {x + random.nextInt(120) - 60, y + random.nextInt(120) - 60};
      }
      LatticeMultiPolygon area =
          LatticeMultiPolygon.of(
              new LatticePolygon(
                  LatticeRing.of(
                      at[0][0], at[0][1], at[1][0], at[1][1], at[2][0], at[2][1], at[3][0],
                      at[3][1], at[0][0], at[0][1]),
                  List.of()));
      try {
        Editing.change(plan, new AddUnitEdit("B", null, null, area));
        taken++;
      } catch (EditRefusedException refused) {
        assertThat(refused.reason()).isNotNull();
      }
    }
    assertThat(taken).isPositive();
  }

  @Test
  void aTangleIsRefused() {
    Random random = new Random(1);
    List<LatticePoint> tangle = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      tangle.add(new LatticePoint(random.nextInt(10_000), random.nextInt(10_000)));
    }
    Plan plan = Drawn.ofWkt("A", "POLYGON((0 0,9000 0,9000 9000,0 9000,0 0))");
    assertThat(refusal(plan, split(tangle)).reason()).isEqualTo(Refusal.TOO_INTRICATE);
  }

  @Test
  void aLineThatCrossesABorderThousandsOfTimesIsRefused() {
    List<LatticePoint> wave = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      wave.add(new LatticePoint(i, i % 2 == 0 ? -1 : 1));
    }
    String wide = "A".repeat(1_000);
    assertThat(refusal(wide, split(wave)).reason()).isEqualTo(Refusal.TOO_INTRICATE);
  }

  @Test
  void aLineOfTooManyPointsIsRefusedAndALongOneIsNot() {
    List<LatticePoint> line = new ArrayList<>();
    for (int i = 0; i <= 2_000; i++) {
      line.add(new LatticePoint(i - 1000, 10 + i % 2));
    }
    assertThat(after("A/A", split(line)).grids()).hasSize(2);
    while (line.size() <= Intricacy.MOST_POINTS) {
      line.addAll(List.copyOf(line));
    }
    assertThat(refusal("A/A", split(line)).reason()).isEqualTo(Refusal.TOO_INTRICATE);
  }
}
