package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.gridwright.core.Gdal;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ordinates are read in the order in which GDAL writes them, whatever the authority's order is. */
class AxisOrderTest {

  @TempDir Path folder;

  /** The last column: how far apart the shifts of an old datum may be, in degrees. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 24.9, 60.2, 1e-9", // latitude, longitude
    "EPSG:4258, 24.9, 60.2, 1e-7",
    "EPSG:3067, 24.9, 60.2, 1e-7", // easting, northing
    "EPSG:31467, 9.2, 48.8, 5e-5", // northing, easting
    "EPSG:2180, 21, 52.2, 1e-7", // northing, easting
    "EPSG:2193, 174.8, -41.3, 2e-5", // northing, easting
    "EPSG:3003, 9.2, 45.5, 1e-4", // easting, northing
    "EPSG:5514, 14.42, 50.08, 2e-5", // easting, northing
    "EPSG:5513, 14.42, 50.08, 2e-5", // southing, westing
    "EPSG:2065, 14.42, 50.08, 2e-5", // southing, westing
    "EPSG:2046, 15.1, -28, 2e-5", // westing, southing
    "EPSG:2048, 18.6, -33.9, 2e-5",
    "EPSG:2052, 27, -26.1, 2e-5",
    "EPSG:2053, 28.1, -26.2, 2e-5",
    "EPSG:2055, 32.9, -27, 2e-5",
    "EPSG:29371, 11, -22, 2e-4", // westing, southing on Schwarzeck
    "EPSG:3031, 45, -77, 1e-7", // both north, along meridians
    "EPSG:32661, 40, 85, 1e-7", // both south: northing, easting
    "EPSG:32761, 40, -85, 1e-7",
    "EPSG:5482, 170, -77, 1e-7", // both north, the other way round
    "EPSG:3573, 20, 82, 1e-7", // both south, along meridians of its own
    "EPSG:3281, 13.5, -81.8, 1e-7",
    "EPSG:8352, 19, 48.8, 5e-5", // southing, westing, newer
    "EPSG:22287, 27, -29, 2e-5", // westing, southing on Cape
    "EPSG:3812, 4.4, 50.8, 1e-7",
    "EPSG:31281, 13.18, 47.71, 2e-5", // from Ferro
    "EPSG:27561, 2.3, 49.5, 5e-5", // from Paris, in grades
    "EPSG:7804, 25.2, 42.6, 1e-7", // withdrawn: had the meridian of the zone beside
    "EPSG:32018, -73.2, 40.9, 5e-5", // withdrawn: false easting
    "EPSG:3073, -69.3, 45.8, 1e-5",
    "EPSG:26823, -79.9, 39.8, 1e-5",
    "EPSG:4855, 5.1, 60.7, 1e-7", // withdrawn: northing and easting without a zone
    "EPSG:26814, -68.6, 45.9, 1e-5",
  })
  void agreesWithGdal(String code, double lon, double lat, double tolerance) {
    double[] written = Gdal.fromLonLat(folder, "EPSG:4326", code, lon, lat);
    double[] read = new double[2];

    CrsTransform.of(code, Datum.WGS84)
        .settledAt(written[0], written[1])
        .toWgs84(written[0], written[1], read);

    assertThat(read[0]).isEqualTo(lon, within(tolerance));
    assertThat(read[1]).isEqualTo(lat, within(tolerance));
  }

  /** What the library says of a chain of steps changes from one time to the next. */
  @Test
  void aPlaceIsTheSameHoweverOftenItIsAskedFor() {
    for (int i = 0; i < 3; i++) {
      for (String code : List.of("EPSG:31281", "EPSG:31257", "EPSG:4312")) {
        var unused = CrsTransform.of(code, Datum.WGS84).settledAt(13.18, 47.71);
      }
      double[] read = new double[2];
      CrsTransform.of("EPSG:4805", Datum.WGS84)
          .settledAt(30.8519002394144, 47.7150476661525)
          .toWgs84(30.8519002394144, 47.7150476661525, read);
      assertThat(read[0]).isEqualTo(13.1845, within(2e-5));
      assertThat(read[1]).isEqualTo(47.7145, within(2e-5));
    }
  }

  @Test
  void theReportedKrovakCoordinatesLieInPrague() {
    RealData.reported("18-krovak-axis-order/z.geojson");
    double[] read = new double[2];
    CrsTransform.of("EPSG:2065", Datum.WGS84).toWgs84(1043823.1813883951, 743011.7234885633, read);
    assertThat(read[0]).isEqualTo(14.42, within(1e-4));
    assertThat(read[1]).isEqualTo(50.08, within(1e-4));
  }
}
