package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.arrangement.EdgeMatching;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Which grids are faulty: those that {@link CoverageValidator} says, but for four kinds of
 * differences, each with its reason.
 *
 * <ol>
 *   <li>A grid whose rings are not valid is a finding of its own; JTS asks for valid polygons and
 *       may pass over it.
 *   <li>A grid into which a third one reaches where its own edges all match overlaps with that; JTS
 *       faults the third one only.
 *   <li>An edge beside an enclosed gap is explained by that gap, which names the grid; JTS faults
 *       the edge where a neighbour's vertices on it differ.
 *   <li>Beside a grid that is not valid, JTS may fault an edge that this one passes more than once;
 *       the finding is the other one's invalid ring.
 * </ol>
 */
class ValidatorAgreementRealTest {

  private static final GeometryFactory FLOATING = new GeometryFactory();

  private static void assertAgreement(Plan plan, String what) {
    Geometry[] areas =
        plan.grids().stream()
            .map(grid -> FLOATING.createGeometry(LatticeJts.toSteps(grid.drawnArea())))
            .toArray(Geometry[]::new);
    Geometry[] faults = CoverageValidator.validate(areas);
    List<Finding> findings = CoverageCheck.standard().check(plan);
    BitSet ours = named(plan, findings, Kind.OVERLAP, Kind.DUPLICATE_UNIT, Kind.MISMATCHED_EDGE);
    BitSet invalid = named(plan, findings, Kind.INVALID_RING);
    BitSet atGaps = named(plan, findings, Kind.GAP);
    EdgeMatching matching = EdgeMatching.of(plan.grids().stream().map(Unit::drawnArea).toList());
    for (int i = 0; i < areas.length; i++) {
      String grid = what + ", " + plan.grids().get(i).code();
      if (faults[i] != null && !ours.get(i)) {
        int at = i;
        boolean besideInvalid = invalid.stream().anyMatch(it -> areas[it].distance(areas[at]) == 0);
        assertThat(atGaps.get(i) || invalid.get(i) || besideInvalid).as(grid).isTrue();
      } else if (faults[i] == null && ours.get(i)) {
        assertThat(invalid.get(i) || edgesMatchWhereItIsNamed(matching, plan, findings, i))
            .as(grid)
            .isTrue();
      }
    }
  }

  private static BitSet named(Plan plan, List<Finding> findings, Kind... kinds) {
    int depth = plan.theme().gridLevel().depth();
    BitSet named = new BitSet();
    findings.stream()
        .filter(finding -> List.of(kinds).contains(finding.kind()))
        .flatMap(finding -> finding.units().stream())
        .forEach(code -> named.set(plan.indexOf(depth, code)));
    return named;
  }

  /** Whether no unmatched edge of a grid lies at a place where it is said to overlap. */
  private static boolean edgesMatchWhereItIsNamed(
      EdgeMatching matching, Plan plan, List<Finding> findings, int unit) {
    List<LineString> unmatched = new ArrayList<>();
    matching.visit(
        unit,
        (from, to, matched) -> {
          if (!matched) {
            Coordinate[] ends = {
              new Coordinate(Packed.x(from), Packed.y(from)),
              new Coordinate(Packed.x(to), Packed.y(to))
            };
            unmatched.add(FLOATING.createLineString(ends));
          }
        });
    Geometry lines = FLOATING.createMultiLineString(unmatched.toArray(LineString[]::new));
    AffineTransformation steps = AffineTransformation.scaleInstance(1e7, 1e7);
    return findings.stream()
        .filter(finding -> finding.kind() != Kind.GAP)
        .filter(finding -> finding.units().contains(plan.grids().get(unit).code()))
        .allMatch(
            finding -> lines.isEmpty() || lines.distance(steps.transform(finding.place())) > 0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name",
    "defects/durham.geojson.gz, name",
    "defects/los_angeles_county.geojson.gz, name",
    "defects/nyc_pediacities.geojson.gz, neighborhood",
    "vancouver/neighbourhoods_22.geojson.gz, name",
    "nyc/precincts_77.geojson.gz, precinct",
    "dc/voting_precinct_2002.geojson.gz, precinct",
    "dc/voting_precinct_2012.geojson.gz, precinct",
    "dc/smd_2002.geojson.gz, smd",
    "dc/smd_2013.geojson.gz, smd",
    "chicago/beats.geojson.gz, beat",
  })
  void realMaps(String file, String field) {
    assertAgreement(RealFeatures.plan(RealData.file(file), field), file);
  }

  /** Calvados, where the one invalid commune lies; JTS takes long for all of France. */
  @Test
  void communesOfFrance() {
    Plan france =
        RealFeatures.plan(
            RealData.file("france_communes/communes_metropole_2018.geojson.gz"), "insee");
    List<Unit> calvados =
        france.grids().stream().filter(unit -> unit.code().startsWith("14")).toList();
    assertAgreement(Plan.of(france.theme(), calvados), "Calvados");
  }

  /** Vertices moved and dropped, which cuts corners; grids shifted, copied and taken away. */
  @Test
  void citiesDamagedAtRandom() {
    for (int seed = 0; seed < 60; seed++) {
      Plan city = RandomPartitions.city(36, seed);
      RandomEdits edits = new RandomEdits(city, new Random(seed), seed % 2 == 0 ? 1500 : 30);
      Plan damaged = city;
      for (int i = 0; i < 1 + seed % 5; i++) {
        damaged = damaged.with(edits.next(damaged));
      }
      assertAgreement(damaged, "seed " + seed);
    }
  }
}
