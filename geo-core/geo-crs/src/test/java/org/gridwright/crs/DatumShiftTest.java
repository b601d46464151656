package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old datums are shifted without a grid, and what is told of it. */
class DatumShiftTest {

  private static final String BEIJING =
      "PROJCS[\"Our city\",GEOGCS[\"Beijing 1954\",DATUM[\"Beijing_1954\",SPHEROID[\"Krassowsky"
          + " 1940\",6378245,298.3],%s],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],"
          + "PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
          + "PARAMETER[\"central_meridian\",114],PARAMETER[\"scale_factor\",1],"
          + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";

  private static String told(CrsTransform transform) {
    return transform.remark().map(Message::toString).orElse("");
  }

  /** Published values of the National Geodetic Survey's grids, as reported against other tools. */
  @ParameterizedTest
  @CsvSource({
    "-106.720118, 41.087658, -106.7207124, 41.0876278",
    "-110.045977, 33.081801, -110.0466177, 33.0818596",
    "-104.701166, 38.800945, -104.7016936, 38.8009403",
  })
  void nad27InTheUnitedStatesIsAsGoodAsItSays(
      double lon, double lat, double trueLon, double trueLat) {
    CrsTransform transform = CrsTransform.of("EPSG:4267", Datum.WGS84).settledAt(lon, lat);
    double[] got = new double[2];
    transform.toWgs84(lon, lat, got);

    double east = (got[0] - trueLon) * Math.cos(Math.toRadians(lat)) * 111_320;
    double north = (got[1] - trueLat) * 111_320;
    assertThat(Math.hypot(east, north)).isLessThan(10);
    assertThat(told(transform))
        .contains("good to about 10 m here (United States (USA) - CONUS onshore)")
        .contains("NAD27 needs a grid that is not here")
        .contains("--grid-shift");
    assertThat(transform.remark().orElseThrow().in(Locale.SIMPLIFIED_CHINESE)).contains("约 10 米");
  }

  @Test
  void aPlaneSystemOnAnOldDatumTellsTheSame() {
    CrsTransform transform = CrsTransform.of("EPSG:26771", Datum.WGS84).settledAt(5e5, 1.9e6);
    assertThat(told(transform)).startsWith("EPSG:26771 stands on the datum NAD27");
  }

  /** The shift that Korea uses lies within the accuracy of Japan's there, and was used before. */
  @Test
  void aShiftThatIsGoodEnoughStays() {
    CrsTransform transform = CrsTransform.of("EPSG:4301", Datum.WGS84);
    double[] before = new double[2];
    double[] after = new double[2];
    transform.toWgs84(139.7, 35.68, before);
    CrsTransform settled = transform.settledAt(139.7, 35.68);
    settled.toWgs84(139.7, 35.68, after);

    assertThat(after).containsExactly(before);
    assertThat(after[0]).isEqualTo(139.6967872, within(1e-7));
    assertThat(after[1]).isEqualTo(35.683287, within(1e-7));
    assertThat(told(settled)).contains("good to about 9 m here (Japan");
  }

  @Test
  void parametersOfAnotherPartOfTheCountryAreNotTakenForGood() {
    CrsTransform transform = CrsTransform.of("EPSG:2435", Datum.WGS84).settledAt(4e5, 3.4e6);
    assertThat(told(transform)).contains("published for other places");
  }

  @Test
  void parametersInADefinitionAreUsedAndTold() {
    double[] got = new double[2];
    CrsTransform transform =
        CrsTransform.of(BEIJING.formatted("TOWGS84[15.8,-154.4,-82.3,0,0,0,0]"), Datum.WGS84)
            .settledAt(5e5, 3.38e6);
    transform.toWgs84(5e5, 3.38e6, got);
    assertThat(got[0]).isEqualTo(114.000504, within(1e-6));
    assertThat(got[1]).isEqualTo(30.539731, within(1e-6));
    assertThat(told(transform)).startsWith("Our city stands on the datum Beijing 1954");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "EPSG:4547", "EPSG:26916", "EPSG:32650", "EPSG:4269"})
  void modernDatumsHaveNothingToTell(String code) {
    CrsTransform transform = CrsTransform.of(code, Datum.WGS84);
    assertThat(told(transform.settledAt(500000, 3380000))).isEmpty();
  }
}
