package org.gridwright.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.coverage.Finding.Kind;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hand-drawn maps full of errors. The counts are ours, of pieces over 1 m²; those published with
 * the data were made in UTM, without the lattice, and are given beside them.
 */
class RealCoverageTest {

  @ParameterizedTest
  @CsvSource({
    "new_haven, name, 32, 106", // published: 32, 106
    "nyc_pediacities, neighborhood, 35, 41", // published: 36, 40
    "durham, name, 193, 259", // published: 193, 256
    "los_angeles_county, name, 542, 635", // published: 540, 635
  })
  void defectMaps(String file, String field, int overlaps, int gaps) {
    Plan plan = RealFeatures.plan(RealData.file("defects/" + file + ".geojson.gz"), field);
    List<Finding> findings = CoverageCheck.standard().check(plan);
    assertThat(over1SquareMetre(findings, Kind.OVERLAP)).isEqualTo(overlaps);
    assertThat(over1SquareMetre(findings, Kind.GAP)).isEqualTo(gaps);
  }

  private static long over1SquareMetre(List<Finding> findings, Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind && finding.areaSquareMetres() > 1)
        .count();
  }
}
