package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.coverage.Finding.Kind;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

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
