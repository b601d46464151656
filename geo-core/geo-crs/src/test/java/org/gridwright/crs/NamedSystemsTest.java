package org.gridwright.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems with heights, systems of Esri's and definitions are read by what they say of places. */
class NamedSystemsTest {

  private static final String GEOGCS =
      "GEOGCS[\"GCS\",DATUM[\"%s\",SPHEROID[\"s\",%s]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";
  private static final String TM =
      "PROJCS[\"Our city\",%s,PROJECTION[\"Transverse_Mercator\"],"
          + "PARAMETER[\"Central_Meridian\",%s],PARAMETER[\"Scale_Factor\",%s],"
          + "PARAMETER[\"Latitude_Of_Origin\",%s],PARAMETER[\"False_Easting\",500000],"
          + "PARAMETER[\"False_Northing\",0],UNIT[%s]%s]";
  private static final String CHINA = GEOGCS.formatted("D_China_2000", "6378137.0,298.257222101");
  private static final String NAD27 =
      GEOGCS.formatted("D_North_American_1927", "6378206.4,294.9786982");

  private static double[] read(String name, double x, double y) {
    double[] lonLat = new double[2];
    CrsTransform.of(name, Datum.WGS84).toWgs84(x, y, lonLat);
    return lonLat;
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4979", "EPSG:4480", "EPSG:9518", "EPSG:4326+5773", "OGC:CRS84h"})
  void longitudeAndLatitudeWithHeightsStayAsTheyAre(String name) {
    CrsTransform transform = CrsTransform.of(name, Datum.WGS84);
    assertThat(transform.isIdentity()).isTrue();
    assertThat(CrsTransform.of(name, Datum.GCJ02).datum()).isEqualTo(Datum.GCJ02);
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:7415, EPSG:28992, 155000, 463000",
    "EPSG:5554, EPSG:25831, 500000, 5600000",
    "EPSG:6649, EPSG:4617, -79.4, 43.7",
    "EPSG:4937, EPSG:4258, 24.9, 60.2",
    "EPSG:27700+5701, EPSG:27700, 530000, 180000",
    "'urn:ogc:def:crs,crs:EPSG::27700,crs:EPSG::5701', EPSG:27700, 530000, 180000",
  })
  void aSystemWithHeightsIsItsHorizontalPart(String name, String part, double x, double y) {
    assertThat(read(name, x, y)[0]).isEqualTo(read(part, x, y)[0], within(1e-7));
    assertThat(read(name, x, y)[1]).isEqualTo(read(part, x, y)[1], within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:5773", "EPSG:4978", "ESRI:103584", "EPSG:999999"})
  void whatHasNoHorizontalPartOrIsNotKnownNamesTheOption(String code) {
    assertThatThrownBy(() -> CrsTransform.of(code, Datum.WGS84))
        .isInstanceOf(CrsException.class)
        .hasMessageContaining(code)
        .hasMessageContaining("--crs");
  }

  @ParameterizedTest
  @CsvSource({
    "ESRI:102100, EPSG:3857, 12723000, 3580000",
    "EPSG:102100, EPSG:3857, 12723000, 3580000",
    "EPSG:900913, EPSG:3857, 12723000, 3580000",
    "ESRI:102671, EPSG:3435, 1176000, 1900000",
    "https://spatialreference.org/ref/esri/102671/, EPSG:3435, 1176000, 1900000",
  })
  void numbersOfEsrisAreTheSystemsThatTheyStandFor(String name, String code, double x, double y) {
    assertThat(read(name, x, y)[0]).isEqualTo(read(code, x, y)[0], within(1e-7));
    assertThat(read(name, x, y)[1]).isEqualTo(read(code, x, y)[1], within(1e-7));
  }

  @Test
  void aDefinitionIsUsedAsItIsWritten() {
    String wkt = TM.formatted(CHINA, 114, 1, 0, "\"Meter\",1.0", "");
    assertThat(read(wkt, 500000, 3380000)[0]).isEqualTo(114, within(1e-9));
    assertThat(read(wkt, 500000, 3380000)[1]).isEqualTo(30.5402148359723, within(1e-8));
    assertThat(CrsTransform.of(wkt, Datum.WGS84).code()).isEqualTo("Our city");
  }

  @Test
  void aDefinitionWithNorthingFirstIsStillReadEastingFirst() {
    String axes = ",AXIS[\"Northing\",NORTH],AXIS[\"Easting\",EAST]";
    String wkt = TM.formatted(CHINA, 114, 1, 0, "\"Meter\",1.0", axes);
    assertThat(read(wkt, 500000, 3380000)[1]).isEqualTo(30.5402148359723, within(1e-8));
  }

  @Test
  void theDatumOfADefinitionWithoutAShiftIsFoundByItsName() {
    String wkt =
        TM.formatted(
            NAD27, -88.33333333333333, 0.999975, 36.66666666666666, "\"Foot_US\",0.3048006096", "");
    double[] got = read(wkt, 500000, 1.9e6);
    double[] known = read("EPSG:4267", -88.33333333333333, 41.88);
    assertThat(got[0]).isEqualTo(known[0], within(1e-5));
    assertThat(CrsTransform.of(wkt, Datum.WGS84).settledAt(500000, 1.9e6).remark()).isPresent();
  }

  @Test
  void longitudeAndLatitudeOfAnyNameGoWithADatum() {
    String wkt = GEOGCS.formatted("D_WGS_1984", "6378137.0,298.257223563");
    assertThat(CrsTransform.of(wkt, Datum.GCJ02).datum()).isEqualTo(Datum.GCJ02);
  }

  @Test
  void aDefinitionThatCanNotBeReadIsRefusedByItsName() {
    assertThatThrownBy(() -> CrsTransform.of("LOCAL_CS[\"Our yard\",UNIT[\"m\",1]]", Datum.WGS84))
        .isInstanceOf(CrsException.class)
        .hasMessageStartingWith("Our yard can not be used");
  }
}
