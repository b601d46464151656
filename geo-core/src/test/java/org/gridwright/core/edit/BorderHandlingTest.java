package org.gridwright.core.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.core.edit.Drawn.after;
import static org.gridwright.core.edit.Drawn.refusal;

import java.util.List;
import java.util.Objects;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.work.Cancellation;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Borders that are pulled, made even and simplified. */
class BorderHandlingTest {

  /** Metres of a step here. */
  private static final double STEP = LocalFrame.at(1000, 500).north();

  /** A border between A and B along x = 1000, with a corner every 100 steps. */
  private static Plan ruled() {
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    for (int y = 0; y <= 1000; y += 100) {
      up.append(",1000 ").append(y);
      down.append(",1000 ").append(1000 - y);
    }
    return Drawn.ofWkt(
        "A", "POLYGON((0 0" + up + ",0 1000,0 0))",
        "B", "POLYGON((2000 0,2000 1000" + down + ",2000 0))");
  }

  /** As drawn, with corners of the border given from south to north: x, y, x, y, … */
  private static Plan between(int... xy) {
    StringBuilder up = new StringBuilder();
    StringBuilder down = new StringBuilder();
    for (int i = 0; i < xy.length; i += 2) {
      up.append(',').append(xy[i]).append(' ').append(xy[i + 1]);
      down.insert(0, "," + xy[i] + ' ' + xy[i + 1]);
    }
    return Drawn.ofWkt(
        "A", "POLYGON((0 0" + up + ",0 1000,0 0))",
        "B", "POLYGON((2000 0,2000 1000" + down + ",2000 0))");
  }

  private static LatticePoint at(int x, int y) {
    return new LatticePoint(x, y);
  }

  private static String outline(Plan plan, String code) {
    return Wkt.of(plan.unit(0, code).orElseThrow().drawnArea());
  }

  @Test
  void neighboursFollowAPulledCornerLessTheFartherTheyAre() {
    Plan pulled =
        after(ruled(), new PullBorderEdit(at(1000, 500), at(1400, 500), 3.5 * 100 * STEP));
    for (String code : List.of("A", "B")) {
      assertThat(outline(pulled, code))
          .as("(1 - (d/r)²)² of 400 at a distance of 0, 1, 2 and 3 of 3.5")
          .contains("1400 500", "1337 400", "1337 600", "1181 300", "1181 700")
          .contains("1028 200", "1028 800", "1000 100", "1000 900");
    }
  }

  @Test
  void aRadiusThatReachesNobodyMovesTheCornerAlone() {
    assertThat(outline(after(ruled(), new PullBorderEdit(at(1000, 500), at(1400, 480), 0.5)), "A"))
        .isEqualTo(outline(after(ruled(), new MoveVertexEdit(at(1000, 500), at(1400, 480))), "A"));
    assertThatThrownBy(() -> new PullBorderEdit(at(0, 0), at(1, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBorderThatIsPulledOverAnotherIsRefused() {
    EditRefusedException refused =
        refusal(ruled(), new PullBorderEdit(at(1000, 500), at(2100, 500), 3));
    assertThat(refused.reason()).isIn(Refusal.RING_INVALID, Refusal.OVERLAP);
    assertThat(refused.place()).isPresent();
  }

  @Test
  void aStretchIsMadeStraight() {
    Plan bent = between(1000, 0, 1000, 100, 1300, 300, 800, 600, 1000, 900, 1000, 1000);
    Plan even = after(bent, new EvenBorderEdit(at(1000, 100), at(1000, 900), BorderShape.STRAIGHT));
    assertThat(outline(even, "A")).contains("1000 100, 1000 900").doesNotContain("1300", "800 600");
    assertThat(outline(even, "B")).contains("1000 900, 1000 100");
  }

  /** A third grid's border ends on the stretch: the place is moved onto the line. */
  @Test
  void bordersThatMeetAStraightenedOneEndOnIt() {
    Plan plan =
        Drawn.ofWkt(
            "A", "POLYGON((0 0,1000 0,1200 500,1000 1000,0 1000,0 0))",
            "B", "POLYGON((1000 0,2000 0,2000 500,1200 500,1000 0))",
            "C", "POLYGON((1200 500,2000 500,2000 1000,1000 1000,1200 500))");
    Plan even = after(plan, new EvenBorderEdit(at(1000, 0), at(1000, 1000), BorderShape.STRAIGHT));
    for (String code : List.of("A", "B", "C")) {
      assertThat(outline(even, code)).contains("1000 500").doesNotContain("1200");
    }
  }

  @Test
  void aSmoothedStretchTurnsLess() {
    int[] bent = {1000, 0, 1200, 200, 900, 400, 1300, 600, 950, 800, 1000, 1000};
    Plan plan = between(bent);
    Plan even = after(plan, new EvenBorderEdit(at(1000, 0), at(1000, 1000), BorderShape.SMOOTH));
    assertThat(length(even)).isLessThan(length(plan));
    assertThat(even.unit(0, "A").orElseThrow().drawnArea().polygons().get(0).shell().size())
        .isEqualTo(plan.unit(0, "A").orElseThrow().drawnArea().polygons().get(0).shell().size());
  }

  private static double length(Plan plan) {
    return LatticeJts.toSteps(plan.unit(0, "A").orElseThrow().drawnArea()).getLength();
  }

  @Test
  void whereNoBorderLeadsItSaysSo() {
    Plan apart =
        Drawn.ofWkt(
            "A",
            "POLYGON((0 0,10 0,10 10,0 10,0 0))",
            "B",
            "POLYGON((30 0,40 0,40 10,30 10,30 0))");
    assertThat(
            refusal(apart, new EvenBorderEdit(at(0, 0), at(30, 0), BorderShape.STRAIGHT)).reason())
        .isEqualTo(Refusal.NO_BORDER_BETWEEN);
    assertThat(
            refusal(ruled(), new EvenBorderEdit(at(1000, 0), at(1000, 1000), BorderShape.SMOOTH))
                .reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
  }

  @Test
  void cornersWithinTheLimitGoFromBothSides() {
    Plan plan = between(1000, 0, 1010, 200, 990, 400, 1400, 600, 1005, 800, 1000, 1000);
    Plan simple = after(plan, new SimplifyBordersEdit(0, List.of(), 30 * STEP));
    for (String code : List.of("A", "B")) {
      assertThat(outline(simple, code))
          .contains("1400 600", "990 400", "1000 0", "1000 1000")
          .doesNotContain("1010 200");
    }
    assertThat(refusal(simple, new SimplifyBordersEdit(0, List.of(), 30 * STEP)).reason())
        .isEqualTo(Refusal.CHANGES_NOTHING);
  }

  /** However large the limit is: an enclave stays a triangle, and what lies in a bay stays out. */
  @Test
  void nothingVanishesAndNothingIsRunOver() {
    Plan plan =
        Drawn.ofWkt(
            "A", "POLYGON((0 0,100 0,100 100,0 100,0 0),(40 40,40 60,60 60,62 50,60 40,40 40))",
            "B", "POLYGON((40 40,60 40,62 50,60 60,40 60,40 40))",
            "C", "POLYGON((100 0,200 0,200 100,100 100,100 0))");
    Plan simple = after(plan, new SimplifyBordersEdit(0, List.of("A"), 1000));
    assertThat(simple.unit(0, "B").orElseThrow().drawnArea().polygons().get(0).shell().size())
        .isEqualTo(4);
  }

  @Test
  void onlyTheBordersOfChosenUnitsChange() {
    Plan city = UpperLevels.draw(RandomPartitions.city(60, 5));
    String chosen = city.grids().get(30).code();
    PlanChange change =
        Editing.change(
            EditablePlan.of(city),
            new SimplifyBordersEdit(city.theme().gridLevel().depth(), List.of(chosen), 3));
    Geometry ground =
        LatticeJts.toSteps(
            city.unit(city.theme().gridLevel().depth(), chosen).orElseThrow().drawnArea());
    change.units().stream()
        .filter(unit -> unit.depth() == city.theme().gridLevel().depth())
        .forEach(
            unit ->
                assertThat(
                        LatticeJts.toSteps(Objects.requireNonNull(unit.before()).drawnArea())
                            .intersects(ground))
                    .as("%s has a border with %s", unit.code(), chosen)
                    .isTrue());
  }

  @Test
  void itStopsWhenItIsTold() {
    Cancellation stopped = Cancellation.byHand();
    stopped.cancel();
    assertThatThrownBy(
            () ->
                Editing.change(
                    EditablePlan.of(RandomPartitions.city(60, 5)),
                    new SimplifyBordersEdit(0, List.of(), 3),
                    Progress.of(stopped, Progress.Listener.NOBODY)))
        .isInstanceOf(CancelledException.class);
  }
}
