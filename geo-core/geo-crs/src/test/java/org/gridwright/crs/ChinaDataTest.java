package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.RealData;
import org.gridwright.core.RealFeatures;
import org.gridwright.core.measure.Geodesy;
import org.gridwright.core.plan.Plan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Districts as published in GCJ-02, and their WGS 84 twins, which another program computed. */
class ChinaDataTest {

  private static Path file(String city, Datum datum) {
    return RealData.file("china/" + city + "_districts_" + datum.id() + ".geojson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xining_630100", "zhengzhou_410100", "qingdao_370200"})
  void theInverseLiesWithinAMetreOfTheTwin(String city) {
    List<Map<String, Object>> shifted = RealFeatures.read(file(city, Datum.GCJ02));
    List<Map<String, Object>> twins = RealFeatures.read(file(city, Datum.WGS84));
    CrsTransform transform = CrsTransform.of("EPSG:4326", Datum.GCJ02);
    double farthest = 0;
    for (int i = 0; i < shifted.size(); i++) {
      Coordinate[] ours = transform.toWgs84(geometry(shifted.get(i))).getCoordinates();
      Coordinate[] theirs = geometry(twins.get(i)).getCoordinates();
      assertThat(ours).hasSameSizeAs(theirs);
      for (int k = 0; k < ours.length; k++) {
        farthest =
            Math.max(
                farthest, Geodesy.metresBetween(ours[k].x, ours[k].y, theirs[k].x, theirs[k].y));
      }
    }
    assertThat(farthest).isLessThan(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xining_630100", "zhengzhou_410100", "qingdao_370200"})
  void undeclaredGcj02IsNoticedBesideTheTwin(String city) {
    Plan shifted = RealFeatures.plan(file(city, Datum.GCJ02), "adcode");
    Plan twin = RealFeatures.plan(file(city, Datum.WGS84), "adcode");
    ShiftSuspicion found = ShiftSuspicion.between(shifted, twin).orElseThrow();
    assertThat(found.datum()).isEqualTo(Datum.GCJ02);
    assertThat(found.addedIsShifted()).isTrue();
    assertThat(ShiftSuspicion.between(twin, twin)).isEmpty();
  }

  private static Geometry geometry(Map<String, Object> feature) {
    return (Geometry) Objects.requireNonNull(feature.get("geometry"));
  }
}
