package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CrsTransformTest {

  /**
   * Reference values: {@code gdaltransform -t_srs EPSG:4326} of GDAL 3.6.2 with PROJ 9.1.1 and no
   * grid files. Systems on modern datums must agree to a millimetre, older ones as far as both know
   * the same parameters.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 500000, 3380000, 114, 30.5402148359723, 1e-8",
    "EPSG:4547, 531234.567, 3412345.678, 114.326475653695, 30.8315632045908, 1e-8",
    "EPSG:4528, 40500000, 4000000, 120, 36.1302929206961, 1e-8",
    "EPSG:4490, 114.3, 30.6, 114.3, 30.6, 1e-8",
    "EPSG:3857, 11500000, 4380000, 103.306257673745, 36.5747714775297, 1e-8",
    "EPSG:32648, 404500.25, 3385000.75, 104.003869667273, 30.5937280503902, 1e-8",
    "EPSG:3414, 28001.642, 38744.572, 103.833333333333, 1.36666666666667, 1e-8",
    "EPSG:2154, 652469.02, 6862035.26, 2.35219996301398, 48.8566000050153, 5e-8",
    "EPSG:3435, 1176000, 1900000, -87.6291971829653, 41.8809643791106, 5e-8",
    "EPSG:26916, 447000, 4636000, -87.6387019515044, 41.8741447318406, 5e-8",
    "EPSG:3035, 4321000, 3210000, 10, 52, 5e-8",
    "EPSG:3031, 1000000, 1000000, 45, -77.0374006345934, 1e-8",
    "EPSG:2326, 836694.05, 819069.80, 114.181009326705, 22.310602433882, 5e-8",
    "EPSG:27700, 530000, 180000, -0.128353940479469, 51.5039908276338, 1e-6",
    "EPSG:31467, 3500000, 5400000, 8.99897548499003, 48.7375348736603, 3e-5",
    "EPSG:4807, 2.5, 54, 4.58660045315366, 48.5999454157637, 1e-6",
  })
  void agreesWithProj(String code, double x, double y, double lon, double lat, double tolerance) {
    double[] lonLat = new double[2];
    CrsTransform.of(code, Datum.WGS84).toWgs84(x, y, lonLat);
    assertThat(lonLat[0]).isEqualTo(lon, within(tolerance));
    assertThat(lonLat[1]).isEqualTo(lat, within(tolerance));
  }

  @Test
  void plainLongitudeAndLatitudeStayAsTheyAre() {
    double[] lonLat = new double[2];
    for (String name : new String[] {"OGC:CRS84", "urn:ogc:def:crs:EPSG::4326", "4490"}) {
      CrsTransform transform = CrsTransform.of(name, Datum.WGS84);
      transform.toWgs84(114.123456789, 30.987654321, lonLat);
      assertThat(lonLat).containsExactly(114.123456789, 30.987654321);
      assertThat(transform.isIdentity()).isTrue();
    }
  }

  @Test
  void theDatumIsUndone() {
    double[] lonLat = new double[2];
    CrsTransform.of("4326", Datum.GCJ02).toWgs84(116.41024449916938, 39.91640428150164, lonLat);
    assertThat(lonLat[0]).isEqualTo(116.404, within(1e-9));
    assertThat(lonLat[1]).isEqualTo(39.915, within(1e-9));
  }

  @Test
  void aGeometryIsCopiedAndTransformed() {
    Geometry given =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(500000, 3380000), new Coordinate(5e5, 3.4e6)});
    Geometry got = CrsTransform.of("EPSG:4547", Datum.WGS84).toWgs84(given);
    assertThat(got.getSRID()).isEqualTo(4326);
    assertThat(got.getCoordinates()[0].x).isEqualTo(114, within(1e-9));
    assertThat(got.getCoordinates()[0].y).isEqualTo(30.5402148359723, within(1e-8));
    assertThat(given.getCoordinate().x).isEqualTo(500000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG:999999 | EPSG:999999 is not in the EPSG registry",
        "Beijing | \"Beijing\" is not a coordinate reference system's code",
        "EPSG:5773 | EPSG:5773 (EGM96 height) is not a two-dimensional",
        "EPSG:4978 | EPSG:4978 (WGS 84) is not a two-dimensional",
        "EPSG:2364 | EPSG:2364: no shift from the datum Xian 1980 to WGS 84 is published",
      })
  void whatCanNotBeHonouredIsRefusedInASentence(String code, String sentence) {
    assertThatThrownBy(() -> CrsTransform.of(code, Datum.WGS84))
        .isInstanceOf(CrsException.class)
        .hasMessageStartingWith(sentence);
  }

  @Test
  void aShiftedDatumDoesNotGoWithAProjection() {
    assertThatThrownBy(() -> CrsTransform.of("EPSG:4547", Datum.GCJ02))
        .isInstanceOf(CrsException.class)
        .hasMessageContaining("datum gcj02 shifts longitudes and latitudes")
        .satisfies(
            e ->
                assertThat(((CrsException) e).told().in(Locale.SIMPLIFIED_CHINESE))
                    .contains("EPSG:4547"));
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 3380000, 500000",
    "EPSG:4547, 38500000, 3380000",
    "EPSG:4547, 114.3, 30.6",
    "EPSG:4547, NaN, 3380000",
    "OGC:CRS84, 30.6, 114.3",
    "OGC:CRS84, 500000, 3380000",
  })
  void swappedOrForeignCoordinatesAreRefused(String code, double x, double y) {
    CrsTransform transform = CrsTransform.of(code, Datum.WGS84);
    assertThatThrownBy(() -> transform.toWgs84(x, y, new double[2]))
        .isInstanceOf(CrsException.class)
        .hasMessageContaining("is no place where " + code + " is used");
  }

  @Test
  void manyThreadsGetTheSameAnswers() {
    CrsTransform transform = CrsTransform.of("EPSG:4547", Datum.WGS84);
    double[] alone = new double[2];
    transform.toWgs84(531234.567, 3412345.678, alone);
    boolean same =
        IntStream.range(0, 200_000)
            .parallel()
            .allMatch(
                i -> {
                  double[] other = new double[2];
                  transform.toWgs84(400000 + i, 3300000 + i, other);
                  transform.toWgs84(531234.567, 3412345.678, other);
                  return other[0] == alone[0] && other[1] == alone[1];
                });
    assertThat(same).isTrue();
  }
}
