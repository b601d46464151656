package org.gridwright.core.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.SeededRuns;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.partition.NotSeamlessException;
import org.gridwright.core.partition.Partition;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Maps full of errors, mended with a gap width of 30 m. What {@code scripts/test --long} alone does
 * with the two largest stands elsewhere too: {@code RealMapsRepairTest} has the command line mend
 * them with the same options, and measures what comes out by the overlay of JTS.
 */
class RealRepairTest {

  private static final Set<String> LARGEST =
      Set.of("defects/durham.geojson.gz", "defects/los_angeles_county.geojson.gz");

  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name, 0",
    "defects/new_haven.geojson.gz, name, 1",
    "defects/nyc_pediacities.geojson.gz, neighborhood, 1",
    "defects/durham.geojson.gz, name, 1",
    "defects/los_angeles_county.geojson.gz, name, 0",
    "defects/los_angeles_county.geojson.gz, name, 1",
    "vancouver/neighbourhoods_22.geojson.gz, name, 1",
    "nyc/precincts_77.geojson.gz, precinct, 1",
    "dc/voting_precinct_2002.geojson.gz, precinct, 1",
    "dc/smd_2002.geojson.gz, smd, 0",
    "dc/smd_2002.geojson.gz, smd, 1",
  })
  void whatIsLeftIsAWideHole(String file, String field, double snap) throws NotSeamlessException {
    if (LARGEST.contains(file) && snap > 0) {
      SeededRuns.onlyWhenLong(file + " with a snap, which the command line is tested with");
    }
    Plan plan = RealFeatures.plan(RealData.file(file), field);
    Proposal proposal =
        Repair.propose(plan, RepairOptions.STANDARD.withGapWidth(30).withSnap(snap));
    Repaired repaired = proposal.apply();

    assertThat(repaired.leftovers())
        .allSatisfy(it -> assertThat(it.kind()).isEqualTo(Finding.Kind.GAP))
        .allSatisfy(it -> assertThat(it.severity()).isEqualTo(Severity.WARNING))
        .allSatisfy(it -> assertThat(it.widthMetres()).isGreaterThanOrEqualTo(30));
    assertThat(Partition.of(repaired.plan()).gridCount()).isEqualTo(plan.grids().size());
    assertThat(codes(repaired.plan())).isEqualTo(codes(plan));
    assertThat(repaired.moved())
        .allSatisfy(it -> assertThat(it.vertexMetres()).isLessThanOrEqualTo(snap));
    System.out.printf(
        "%s, snap %.0f m: %d pieces of ground, %d of %d units changed, %d wide holes left%n",
        file,
        snap,
        proposal.mends().size(),
        repaired.moved().size(),
        plan.grids().size(),
        repaired.leftovers().size());
  }

  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name",
    "defects/durham.geojson.gz, name",
    "defects/los_angeles_county.geojson.gz, name",
  })
  void inletsAreFilledWithoutBreakingTheSeam(String file, String field)
      throws NotSeamlessException {
    if (file.equals("defects/los_angeles_county.geojson.gz")) {
      SeededRuns.onlyWhenLong("inlets of " + file + ", beside those of two other maps");
    }
    Plan plan = RealFeatures.plan(RealData.file(file), field);
    RepairOptions options = RepairOptions.STANDARD.withGapWidth(30).withSnap(1).withInlets(5);
    Proposal proposal = Repair.propose(plan, options);
    Repaired repaired = proposal.apply();

    assertThat(repaired.leftovers())
        .allSatisfy(it -> assertThat(it.severity()).isEqualTo(Severity.WARNING));
    assertThat(Partition.of(repaired.plan()).gridCount()).isEqualTo(plan.grids().size());
    System.out.printf(
        "%s: %d inlets filled, %d found afterwards%n",
        file,
        proposal.mends().stream().filter(it -> it.kind() == Mend.Kind.INLET).count(),
        repaired.leftovers().stream().filter(it -> it.kind() == Finding.Kind.INLET).count());
  }

  /** By JTS: what all units cover afterwards, without what they enclosed before. */
  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name",
    "defects/durham.geojson.gz, name",
    "vancouver/neighbourhoods_22.geojson.gz, name",
  })
  void groundIsTakenFromOutsideOnlyWhereInletsAreClosed(String file, String field) {
    Plan plan = RealFeatures.plan(RealData.file(file), field);
    Geometry enclosed = withoutHoles(union(plan));
    RepairOptions options = RepairOptions.STANDARD.withGapWidth(30).withSnap(1);
    double taken = outside(Repair.propose(plan, options).apply().plan(), enclosed);
    Proposal closing = Repair.propose(plan, options.withInlets(5));
    double closed = outside(closing.apply().plan(), enclosed);
    IndexedPointInAreaLocator before = new IndexedPointInAreaLocator(enclosed);
    double filled =
        closing.mends().stream()
            .filter(it -> !it.isLeft() && before.locate(inside(it)) == Location.EXTERIOR)
            .mapToDouble(Mend::squareMetres)
            .sum();
    System.out.printf(
        "%s, snap 1 m: %.1f m² taken from outside; with inlets %.0f m², %.0f and %.0f told%n",
        file, taken, closed, filled, closing.closedSquareMetres());
    assertThat(taken).isLessThan(1);
    assertThat(filled + closing.closedSquareMetres())
        .isCloseTo(closed, Offset.offset(1 + 0.01 * closed));
  }

  private static Coordinate inside(Mend mend) {
    Coordinate degrees = mend.place().getInteriorPoint().getCoordinate();
    return new Coordinate(degrees.x * 1e7, degrees.y * 1e7);
  }

  private static Geometry union(Plan plan) {
    List<Geometry> areas =
        plan.grids().stream()
            .map(unit -> GeometryFixer.fix(LatticeJts.toSteps(unit.drawnArea())))
            .toList();
    return OverlayNGRobust.union(areas);
  }

  private static Geometry withoutHoles(Geometry union) {
    GeometryFactory factory = union.getFactory();
    List<Geometry> shells = new ArrayList<>();
    for (int i = 0; i < union.getNumGeometries(); i++) {
      if (union.getGeometryN(i) instanceof Polygon polygon) {
        shells.add(factory.createPolygon(polygon.getExteriorRing()));
      }
    }
    return OverlayNGRobust.union(shells);
  }

  private static double outside(Plan after, Geometry enclosed) {
    LocalFrame frame = LocalFrame.at(enclosed.getCentroid().getCoordinate());
    Geometry taken = OverlayNGRobust.overlay(union(after), enclosed, OverlayNG.DIFFERENCE);
    return taken.getArea() * frame.east() * frame.north();
  }

  private static List<String> codes(Plan plan) {
    return plan.grids().stream().map(Unit::code).toList();
  }
}
