package org.gridwright.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.api.Test;

/** Recorded places lie on street centre lines, which are boundaries: hence the distances. */
class ChicagoTest {

  @Test
  void crimesLieInTheirRecordedBeatOrWithinTenMetresOfIt() {
    Plan beats = RealFeatures.plan(RealData.file("chicago/beats.geojson.gz"), "beat");
    Locator locator = JtsLocator.of(beats);
    List<String> lines = RealFeatures.lines(RealData.file("chicago/crimes_2017_2019_25k.csv.gz"));
    int strict = 0;
    int near = 0;
    int all = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
      LatticePoint point =
          LatticePoint.ofDegrees(Double.parseDouble(fields[11]), Double.parseDouble(fields[10]));
      String beat = fields[6];
      int recorded = beats.indexOf(0, beat) + 1;
      boolean inside = locator.owner(point.x(), point.y()) == recorded;
      strict += inside ? 1 : 0;
      near += inside || metresTo(beats, beat, point) <= 10 ? 1 : 0;
      all++;
    }
    assertThat(all).isEqualTo(25_000);
    assertThat(strict / (double) all).isCloseTo(0.9130, within(0.0005));
    assertThat(near / (double) all).isCloseTo(0.9986, within(0.0005));
  }

  @Test
  void assaultsLieInTheirRecordedDistrict() {
    Plan districts = RealFeatures.plan(RealData.file("chicago/districts.geojson.gz"), "district");
    Locator locator = JtsLocator.of(districts);
    List<String> lines =
        RealFeatures.lines(RealData.file("chicago/aggravated_assaults_148k.csv.gz"));
    int strict = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      LatticePoint point =
          LatticePoint.ofDegrees(Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
      int owner = locator.owner(point.x(), point.y());
      strict += owner == districts.indexOf(0, fields[4]) + 1 && owner > 0 ? 1 : 0;
    }
    assertThat(strict / (double) (lines.size() - 1)).isCloseTo(0.9843, within(0.0005));
  }

  private static double metresTo(Plan plan, String code, LatticePoint point) {
    return plan.unit(0, code)
        .map(unit -> JtsLocator.of(Plan.of(plan.theme(), List.of(unit))))
        .map(only -> only.place(point.x(), point.y()))
        .map(place -> place.owner() > 0 ? 0.0 : place.runnerUp().orElseThrow().distanceMetres())
        .orElse(Double.POSITIVE_INFINITY);
  }
}
