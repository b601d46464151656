package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Finding.Kind;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Hand-drawn maps full of errors. The counts are of pieces over 1 m²; those published with the data
 * were made in UTM, without the lattice, and of New York's 355 features, which bear 267 names.
 */
class RealCoverageTest {

  @ParameterizedTest
  @CsvSource({
    "defects/new_haven.geojson.gz, name, 32, 99",
    "defects/durham.geojson.gz, name, 193, 245",
    "defects/los_angeles_county.geojson.gz, name, 540, 347",
  })
  void overlapsAndThinGapsAreThosePublished(String file, String field, int overlaps, int thinGaps) {
    assertCounts(RealFeatures.plan(RealData.file(file), field), overlaps, thinGaps);
  }

  @Test
  void newYorkIsCountedByFeature() {
    Plan byName =
        RealFeatures.plan(RealData.file("defects/nyc_pediacities.geojson.gz"), "neighborhood");
    List<Unit> features = new ArrayList<>();
    for (Unit unit : byName.grids()) {
      List<LatticePolygon> polygons = unit.drawnArea().polygons();
      for (int i = 0; i < polygons.size(); i++) {
        String code = unit.code() + "#" + i;
        features.add(
            new Unit(
                0, code, null, code, unit.attributes(), LatticeMultiPolygon.of(polygons.get(i))));
      }
    }
    assertCounts(Plan.of(byName.theme(), features), 36, 39); // published: 36, 38
  }

  /**
   * New York has 39 thin gaps of more than 1 m² here and 38 as published. The lattice does not make
   * the extra one: the union of the features in floating point has 39 such holes as well (41 of any
   * shape, 40 as published), at the same places.
   */
  @Test
  void newYorksExtraThinGapIsThereWithoutTheLattice() {
    AffineTransformation plane =
        AffineTransformation.scaleInstance(111_320 * Math.cos(Math.toRadians(40.7)), 111_132);
    List<Geometry> features =
        RealFeatures.read(RealData.file("defects/nyc_pediacities.geojson.gz")).stream()
            .map(feature -> GeometryFixer.fix((Geometry) feature.get("geometry")))
            .map(plane::transform)
            .toList();
    int thin = 0;
    for (Object part : PolygonExtracter.getPolygons(OverlayNGRobust.union(features))) {
      Polygon polygon = (Polygon) part;
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        Polygon hole = polygon.getFactory().createPolygon(polygon.getInteriorRingN(i));
        double round = 4 * Math.PI * hole.getArea() / Math.pow(hole.getLength(), 2);
        thin += hole.getArea() > 1 && round < 0.1 ? 1 : 0;
      }
    }
    assertThat(thin).isEqualTo(39);
  }

  private static void assertCounts(Plan plan, int overlaps, int thinGaps) {
    List<Finding> large =
        CoverageCheck.standard().check(plan).stream()
            .filter(finding -> finding.areaSquareMetres() > 1)
            .toList();
    long pairs =
        large.stream()
            .filter(it -> it.kind() == Kind.OVERLAP || it.kind() == Kind.DUPLICATE_UNIT)
            .count();
    long thin = large.stream().filter(it -> it.kind() == Kind.GAP && isThin(it)).count();
    System.out.printf("%s: %d overlaps, %d thin gaps%n", plan.theme().title(), pairs, thin);
    assertThat(pairs).isCloseTo(overlaps, withinPercentage(2));
    assertThat(thin).isCloseTo(thinGaps, withinPercentage(2));
  }

  /** The measure that the data was published with: 4πA/P² below 0.1. */
  private static boolean isThin(Finding gap) {
    double narrowing = Math.cos(Math.toRadians(gap.place().getCentroid().getY()));
    Geometry plane = AffineTransformation.scaleInstance(narrowing, 1).transform(gap.place());
    return 4 * Math.PI * plane.getArea() / (plane.getLength() * plane.getLength()) < 0.1;
  }
}
