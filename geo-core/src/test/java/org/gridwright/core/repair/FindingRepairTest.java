package org.gridwright.core.repair;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** A repair of one finding changes what it was asked to change, and nothing else. */
class FindingRepairTest {

  private static final GeometryFactory FLOATING = new GeometryFactory();
  private static final Theme FREE = Theme.of("t", "T", CodeScheme.FREE, "grid");

  private static Plan plan(String... wkt) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < wkt.length; i++) {
      String code = String.valueOf((char) ('A' + i));
      units.add(new Unit(0, code, null, code, Map.of(), Wkt.area(wkt[i])));
    }
    return Plan.of(FREE, units);
  }

  private static Geometry steps(LatticeMultiPolygon area) {
    return FLOATING.createGeometry(LatticeJts.toSteps(area));
  }

  private static Set<Coordinate> vertices(LatticeMultiPolygon area) {
    return new HashSet<>(List.of(steps(area).getCoordinates()));
  }

  @ParameterizedTest
  @CsvSource({
    "new_haven, name, 40",
    "durham, name, 25",
    "los_angeles_county, name, 16",
    "nyc_pediacities, neighborhood, 25",
  })
  void oneFindingOfARealMapChangesItsSurroundings(String map, String field, int times) {
    Plan plan = RealFeatures.plan(RealData.file("defects/" + map + ".geojson.gz"), field);
    RepairOptions options = RepairOptions.STANDARD.withInlets(5);
    List<Finding> findings =
        new ArrayList<>(
            CoverageCheck.of(options.rules()).check(plan).stream()
                .filter(FindingRepairTest::isGround)
                .toList());
    Collections.shuffle(findings, new Random(50));
    int mended = 0;
    for (Finding finding : findings.subList(0, Math.min(SeededRuns.of(times), findings.size()))) {
      Proposal proposal =
          Repair.propose(plan, options.withOnly(Set.of(finding.id())), findings, Progress.NONE);
      requireLocal(plan, finding, proposal);
      mended += proposal.mends().stream().anyMatch(mend -> !mend.isLeft()) ? 1 : 0;
    }
    System.out.printf("%s: %d findings, %d mended alone%n", map, findings.size(), mended);
    assertThat(mended).isPositive();
  }

  private static boolean isGround(Finding finding) {
    return switch (finding.kind()) {
      case GAP, INLET, OVERLAP, DUPLICATE_UNIT -> true;
      default -> false;
    };
  }

  /**
   * Units outside the finding stay; the others differ at its place, by less than a step elsewhere.
   */
  private static void requireLocal(Plan plan, Finding finding, Proposal proposal) {
    Geometry place =
        AffineTransformation.scaleInstance(Lattice.STEPS_PER_DEGREE, Lattice.STEPS_PER_DEGREE)
            .transform(finding.place());
    Geometry around = place.buffer(1.5);
    assertThat(finding.units()).as(finding.id()).containsAll(proposal.areas().keySet());
    assertThat(proposal.mends()).as(finding.toString()).isNotEmpty();
    for (Mend mend : proposal.mends()) {
      Geometry ground = LatticeJts.toSteps(LatticeJts.fromDegrees(mend.place()));
      assertThat(isThin(ground.difference(around)))
          .as(
              "%s: %s, %s",
              finding, mend, LatticeJts.toSteps(LatticeJts.fromDegrees(finding.place())))
          .isTrue();
    }
    proposal
        .areas()
        .forEach(
            (code, after) -> {
              LatticeMultiPolygon before = plan.unit(0, code).orElseThrow().drawnArea();
              assertThat(steps(after).isValid()).as("%s, %s", finding.id(), code).isTrue();
              if (!steps(before).isValid()) {
                return;
              }
              Set<Coordinate> changed = new HashSet<>(vertices(before));
              Set<Coordinate> kept = vertices(after);
              Set<Coordinate> both = new HashSet<>(changed);
              both.retainAll(kept);
              changed.addAll(kept);
              changed.removeAll(both);
              for (Coordinate vertex : changed) {
                assertThat(
                        around.covers(FLOATING.createPoint(vertex))
                            || isTip(steps(before), vertex, around))
                    .as(
                        "%s, %s at %s, was there %s",
                        finding, code, vertex, vertices(before).contains(vertex))
                    .isTrue();
              }
              Geometry moved =
                  OverlayNGRobust.overlay(steps(before), steps(after), OverlayNG.SYMDIFFERENCE);
              Geometry far = OverlayNGRobust.overlay(moved, around, OverlayNG.DIFFERENCE);
              assertThat(isThin(far)).as("%s, %s", finding.id(), code).isTrue();
            });
  }

  /** Whether ground is no wider than a point moves that is rounded twice: √2 steps. */
  private static boolean isThin(Geometry ground) {
    return ground.buffer(-Math.sqrt(0.5)).isEmpty();
  }

  /**
   * Whether a vertex is the tip of a needle that leaves a place so narrow that both its sides are
   * rounded to one point of the lattice there: what lies beyond is no ground.
   */
  private static boolean isTip(Geometry area, Coordinate vertex, Geometry around) {
    List<Coordinate> leaves = new ArrayList<>();
    Coordinate[] points = area.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      if (points[i - 1].equals2D(vertex) || points[i].equals2D(vertex)) {
        Geometry side = FLOATING.createLineString(new Coordinate[] {points[i - 1], points[i]});
        Geometry within = side.intersection(around);
        if (!within.isEmpty()) {
          leaves.add(DistanceOp.nearestPoints(within, FLOATING.createPoint(vertex))[0]);
        }
      }
    }
    return leaves.size() == 2 && leaves.get(0).distance(leaves.get(1)) < Math.sqrt(2);
  }

  @Test
  void aMendedOverlapIsNotFoundAgainAndTheOthersStay() {
    Plan plan =
        plan(
            "POLYGON((0 0,300 0,300 300,0 300,0 0))",
            "POLYGON((200 0,600 0,600 300,200 300,200 0))",
            "POLYGON((500 0,900 0,900 300,500 300,500 0))",
            "POLYGON((0 290,900 300,900 600,0 600,0 290))");
    Finding first = overlap(plan, List.of("A", "B"));
    Proposal proposal =
        Repair.propose(
            plan,
            RepairOptions.STANDARD.withOnly(Set.of(first.id())).withOverlapsTo(Choice.to("B")));
    assertThat(proposal.mends()).hasSize(1);
    assertThat(proposal.areas().keySet()).containsExactly("A");
    assertThat(
            steps(requireNonNull(proposal.areas().get("A")))
                .equalsTopo(Wkt.geometry("POLYGON((0 0,200 0,200 300,0 300,0 0))")))
        .isTrue();
    List<Finding> left = proposal.apply().leftovers();
    assertThat(left).noneMatch(it -> it.units().equals(List.of("A", "B")));
    assertThat(left).extracting(Finding::units).contains(List.of("B", "C"));
  }

  private static Finding overlap(Plan plan, List<String> units) {
    return CoverageCheck.standard().check(plan).stream()
        .filter(it -> it.kind() == Finding.Kind.OVERLAP && it.units().equals(units))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingIsMendedWhereNothingIsNamed() {
    Plan plan =
        plan(
            "POLYGON((0 0,300 0,300 300,0 300,0 0))",
            "POLYGON((200 0,600 0,600 300,200 300,200 0))");
    Proposal proposal = Repair.propose(plan, RepairOptions.STANDARD.withOnly(Set.of()));
    assertThat(proposal.isEmpty()).isTrue();
    assertThat(proposal.mends()).isEmpty();
  }

  /** The usual rules hold for a finding that is named without a choice. */
  @Test
  void anInnerUnitIsCutOutAndAWideGapFilled() {
    Plan plan =
        plan(
            "POLYGON((0 0,300 0,300 300,0 300,0 0))",
            "POLYGON((100 100,200 100,200 200,100 200,100 100))");
    Finding inner = overlap(plan, List.of("A", "B"));
    Proposal proposal = Repair.propose(plan, RepairOptions.STANDARD.withOnly(Set.of(inner.id())));
    assertThat(proposal.areas().keySet()).containsExactly("A");
    assertThat(proposal.apply().leftovers()).isEmpty();

    Plan ring =
        plan("POLYGON((0 0,300 0,300 300,0 300,0 0),(100 100,100 200,200 200,200 100,100 100))");
    RepairOptions narrow = RepairOptions.STANDARD.withGapWidth(0.1);
    String gap = CoverageCheck.of(narrow.rules()).check(ring).get(0).id();
    assertThat(Repair.propose(ring, narrow.withOnly(Set.of(gap))).apply().leftovers()).isEmpty();
  }

  @Test
  void snappingStaysWithinTheFindingAndMovesNoVertexThatOthersShare() {
    Plan plan =
        plan(
            "POLYGON((0 0,300 0,300 300,0 300,0 0))",
            "POLYGON((299 0,600 0,600 300,302 301,299 0))",
            "POLYGON((0 300,300 300,300 600,0 600,0 300))",
            "POLYGON((602 0,900 0,900 300,601 300,602 0))",
            "POLYGON((0 0,0 -300,300 -300,300 0,0 0))");
    Finding overlap = overlap(plan, List.of("A", "B"));
    Proposal proposal =
        Repair.propose(
            plan,
            RepairOptions.STANDARD.withSnap(0.1).withInlets(0.01).withOnly(Set.of(overlap.id())));
    assertThat(proposal.areas().keySet()).containsExactly("B");
    assertThat(
            steps(requireNonNull(proposal.areas().get("B")))
                .equalsTopo(Wkt.geometry("POLYGON((300 0,600 0,600 300,300 300,300 0))")))
        .isTrue();
  }

  /** The neck is so narrow that no point of the lattice lies in it. */
  @Test
  void anInletWithANeckOfLessThanAStepIsMended() {
    Plan plan =
        plan(
            "POLYGON((-2000 0,0 0,786 939,903 1216,903 3000,-2000 3000,-2000 0))",
            "POLYGON((-2000 0,-2000 -2000,3000 -2000,3000 920,1149 920,785 936,0 0,-2000 0))");
    RepairOptions options = RepairOptions.STANDARD.withInlets(5);
    Finding inlet = CoverageCheck.of(options.rules()).check(plan).get(0);
    assertThat(inlet.kind()).isEqualTo(Finding.Kind.INLET);
    Proposal alone = Repair.propose(plan, options.withOnly(Set.of(inlet.id())));
    assertThat(alone.mends()).extracting(Mend::receiver).containsExactly(List.of("B"));
    RepairOptions chosen = options.withChoices(Map.of(inlet.id(), Choice.to("A")));
    assertThat(Repair.propose(plan, chosen).mends())
        .extracting(Mend::receiver)
        .containsExactly(List.of("A"));
  }

  @Test
  void aFindingThatIsNotThereIsRefused() {
    Plan plan = plan("POLYGON((0 0,300 0,300 300,0 300,0 0))");
    assertThatThrownBy(() -> Repair.propose(plan, RepairOptions.STANDARD.withOnly(Set.of("gap-0"))))
        .isInstanceOf(RepairException.class)
        .hasMessageContaining("gap-0");
  }
}
