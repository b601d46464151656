package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  void saysNothingWhereTheDataAgreesOrDiffersOtherwise() {
    assertThat(ShiftSuspicion.of(List.of())).isEmpty();
    assertThat(ShiftSuspicion.of(aroundZhengzhou(Datum.WGS84, Datum.WGS84, 1e-4))).isEmpty();
    List<Pair> moved =
        aroundZhengzhou(Datum.WGS84, Datum.WGS84, 0).stream()
            .map(
                pair ->
                    new Pair(
                        pair.addedLon(),
                        pair.addedLat() + 0.006,
                        pair.existingLon(),
                        pair.existingLat()))
            .toList();
    assertThat(ShiftSuspicion.of(moved)).isEmpty();
  }
}
