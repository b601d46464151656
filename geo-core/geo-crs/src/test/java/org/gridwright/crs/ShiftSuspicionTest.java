package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.gridwright.crs.ShiftSuspicion.Pair;
import org.junit.jupiter.api.Test;

class ShiftSuspicionTest {

  private static List<Pair> aroundZhengzhou(Datum added, Datum existing, double noiseDegrees) {
    Random random = new Random(3);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double lon = 113.4 + random.nextDouble() * 0.5;
      double lat = 34.6 + random.nextDouble() * 0.3;
      double[] a = added.fromWgs84(lon, lat);
      double[] e = existing.fromWgs84(lon, lat);
      double noise = noiseDegrees * random.nextGaussian();
      pairs.add(new Pair(a[0] + noise, a[1] - noise, e[0], e[1]));
    }
    return pairs;
  }

  @Test
  void recognisesTheDatumAndWhichSideIsShifted() {
    for (Datum datum : List.of(Datum.GCJ02, Datum.BD09)) {
      ShiftSuspicion added =
          ShiftSuspicion.of(aroundZhengzhou(datum, Datum.WGS84, 1e-4)).orElseThrow();
      assertThat(added.datum()).isEqualTo(datum);
      assertThat(added.addedIsShifted()).isTrue();
      assertThat(added.message().toString()).contains("--datum " + datum.id());

      ShiftSuspicion existing =
          ShiftSuspicion.of(aroundZhengzhou(Datum.WGS84, datum, 1e-4)).orElseThrow();
      assertThat(existing.datum()).isEqualTo(datum);
      assertThat(existing.addedIsShifted()).isFalse();
    }
  }

  @Test
  void theDistanceIsThatOfTheFormula() {
    ShiftSuspicion found =
        ShiftSuspicion.of(aroundZhengzhou(Datum.GCJ02, Datum.WGS84, 0)).orElseThrow();
    assertThat(found.medianMetres()).isEqualTo(570, within(60.0));
    assertThat(found.pairs()).isEqualTo(40);
  }

  @Test
  void saysNothingWhereTheDataAgreesOrDiffersWithoutRule() {
    assertThat(ShiftSuspicion.of(List.of())).isEmpty();
    assertThat(ShiftSuspicion.of(aroundZhengzhou(Datum.WGS84, Datum.WGS84, 1e-4))).isEmpty();
    assertThat(ShiftSuspicion.of(aroundZhengzhou(Datum.WGS84, Datum.WGS84, 1e-2))).isEmpty();
    assertThat(ShiftSuspicion.of(moved(-87.6, 41.9, 2, 45))).isEmpty();
    assertThat(ShiftSuspicion.of(moved(-87.6, 41.9, 60_000, 45))).isEmpty();
    assertThat(ShiftSuspicion.of(moved(-87.6, 41.9, 300, 45).subList(0, 2))).isEmpty();
  }

  /** The oracle for distance and bearing is GeographicLib's direct geodesic. */
  @Test
  void anyConsistentShiftIsToldWithDistanceAndBearing() {
    double[][] cities = {{-87.6, 41.9}, {2.35, 48.9}, {139.7, 35.7}, {77.2, 28.6}, {18, 69.6}};
    for (double[] city : cities) {
      for (double metres : new double[] {5.5, 30, 480, 1_000, 49_000}) {
        for (double bearing : new double[] {0.6, 90, 200, 300}) {
          ShiftSuspicion found =
              ShiftSuspicion.of(moved(city[0], city[1], metres, bearing)).orElseThrow();
          assertThat(found.datum()).isNull();
          assertThat(found.medianMetres()).isEqualTo(metres, within(0.01 * metres));
          assertThat(found.bearingDegrees()).isEqualTo(bearing, within(1.0));
          assertThat(found.message().toString())
              .contains(" m ", "bearing " + Math.round(found.bearingDegrees()))
              .doesNotContain("gcj02", "bd09");
        }
      }
    }
  }

  /** What BD-09 would do to Chicago is no advice for Chicago. */
  @Test
  void aChineseDatumIsNamedInChinaOnly() {
    for (double[] city : new double[][] {{-87.6, 41.9}, {139.7, 35.7}, {77.2, 28.6}, {106, 10.8}}) {
      List<Pair> pairs =
          moved(city[0], city[1], 0, 0).stream()
              .map(
                  pair -> {
                    double[] shifted = Datum.BD09.fromWgs84(pair.existingLon(), pair.existingLat());
                    return new Pair(shifted[0], shifted[1], pair.existingLon(), pair.existingLat());
                  })
              .toList();
      assertThat(ShiftSuspicion.of(pairs))
          .hasValueSatisfying(found -> assertThat(found.datum()).isNull());
    }
    for (double[] city :
        new double[][] {
          {116.4, 39.9},
          {121.5, 31.2},
          {114.1, 22.4},
          {87.6, 43.8},
          {91.1, 29.7},
          {126.6, 45.8},
          {110.3, 20.0},
          {102.7, 25.0},
          {123.4, 41.8},
          {120.4, 36.1}
        }) {
      assertThat(ChinaOutline.holds(city[0], city[1])).isTrue();
    }
  }

  private static List<Pair> moved(double lon, double lat, double metres, double bearing) {
    Random random = new Random(5);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      double x = lon + 0.2 * random.nextDouble();
      double y = lat + 0.2 * random.nextDouble();
      GeodesicData there = Geodesic.WGS84.Direct(y, x, bearing, metres);
      pairs.add(new Pair(there.lon2, there.lat2, x, y));
    }
    return pairs;
  }
}
