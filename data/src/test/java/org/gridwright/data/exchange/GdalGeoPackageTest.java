package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.gridwright.core.Gdal;
import org.gridwright.core.RealData;
import org.gridwright.core.message.Message;
import org.gridwright.crs.CrsTransform;
import org.gridwright.crs.Datum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/** GeoPackages as GDAL writes them: geometries of every type, and systems of every kind. */
class GdalGeoPackageTest {

  private static final double CIRCLE = Math.PI * 100 * 100;

  @TempDir Path folder;

  private Path geoPackage(String wkt, String system) {
    write(folder, "in.csv", "code,wkt\nA,\"" + wkt + "\"\n");
    Gdal.ogr2ogr(
        folder,
        "-f",
        "GPKG",
        "out.gpkg",
        "in.csv",
        "-oo",
        "GEOM_POSSIBLE_NAMES=wkt",
        "-nlt",
        "GEOMETRY",
        "-a_srs",
        system);
    return folder.resolve("out.gpkg");
  }

  private static ReadOptions in(String crs) {
    return new ReadOptions(crs, null, TextOptions.DEFAULT);
  }

  private static Geometry drawn(FeatureReader reader) {
    return Objects.requireNonNull(reader.next().geometry());
  }

  private static Geometry only(Path file, List<Message> notes) {
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      Geometry geometry = drawn(reader);
      assertThat(reader.hasNext()).isFalse();
      notes.addAll(reader.notes());
      return geometry;
    }
  }

  private static Geometry only(Path file) {
    return only(file, new ArrayList<>());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CURVEPOLYGON(CIRCULARSTRING(100 0,-100 0,100 0))",
        "CURVEPOLYGON(CIRCULARSTRING(100 0,0 100,-100 0,0 -100,100 0))",
        "CURVEPOLYGON(COMPOUNDCURVE(CIRCULARSTRING(100 0,0 100,-100 0),CIRCULARSTRING(-100 0,0 -100,100 0)))",
        "CURVEPOLYGON Z (CIRCULARSTRING Z (100 0 7,-100 0 7,100 0 7))",
        "CURVEPOLYGON M (CIRCULARSTRING M (100 0 7,-100 0 7,100 0 7))",
        "CURVEPOLYGON ZM (CIRCULARSTRING ZM (100 0 7 1,-100 0 7 1,100 0 7 1))",
        "MULTISURFACE(CURVEPOLYGON(CIRCULARSTRING(100 0,-100 0,100 0)))",
        "GEOMETRYCOLLECTION(CURVEPOLYGON(CIRCULARSTRING(100 0,-100 0,100 0)))",
      })
  void arcsAreDrawnToACentimetreAndTold(String wkt) {
    List<Message> notes = new ArrayList<>();
    Geometry circle = only(geoPackage(wkt, "EPSG:32650"), notes);
    assertThat(circle.isValid()).isTrue();
    assertThat(circle.getArea()).isEqualTo(CIRCLE, within(0.01 * 2 * Math.PI * 100));
    assertThat(notes).hasSize(1);
    assertThat(notes.get(0).toString())
        .contains("circular arcs were drawn with straight pieces that lie at most 1 cm from them");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CURVEPOLYGON((0 0,10 0,10 10,0 10,0 0)) | 100",
        "CURVEPOLYGON((0 0,10 0,10 10,0 10,0 0),COMPOUNDCURVE((2 2,4 2),(4 2,4 4,2 4,2 2))) | 96",
        "CURVEPOLYGON(CIRCULARSTRING(0 0,5 0,10 0,10 5,10 10,5 10,0 10,0 5,0 0)) | 100",
        "MULTISURFACE(((0 0,10 0,10 10,0 10,0 0)),CURVEPOLYGON((20 0,30 0,30 10,20 10,20 0))) | 200",
        "TRIANGLE((0 0,10 0,0 10,0 0)) | 50",
        "TRIANGLE Z((0 0 1,10 0 1,0 10 1,0 0 1)) | 50",
        "TIN(((0 0,10 0,0 10,0 0)),((10 0,10 10,0 10,10 0))) | 100",
        "POLYHEDRALSURFACE(((0 0,10 0,10 10,0 10,0 0)),((10 0,20 0,20 10,10 10,10 0))) | 200",
        "POLYHEDRALSURFACE Z(((0 0 0,10 0 0,10 10 0,0 0 0)),((0 0 0,10 0 0,10 0 5,0 0 5,0 0 0))) | 50",
      })
  void straightPiecesTrianglesAndSurfacesAreArea(String wkt, double area) {
    List<Message> notes = new ArrayList<>();
    Geometry read = only(geoPackage(wkt, "EPSG:32650"), notes);
    assertThat(read.getArea()).isEqualTo(area, within(1e-9));
    assertThat(notes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CIRCULARSTRING(0 0,1 1,2 0) | LineString | 3.14",
        "COMPOUNDCURVE(CIRCULARSTRING(0 0,1 1,2 0),(2 0,5 0)) | LineString | 6.14",
        "MULTICURVE(CIRCULARSTRING(0 0,1 1,2 0),(2 0,5 0)) | MultiLineString | 6.14",
      })
  void curvesAreLines(String wkt, String type, double length) {
    Geometry read = only(geoPackage(wkt, "EPSG:32650"));
    assertThat(read.getGeometryType()).isEqualTo(type);
    assertThat(read.getLength()).isEqualTo(length, within(0.05));
  }

  @Test
  void anArcInDegreesIsDrawnToACentimetreOnTheGroundToo() {
    Geometry circle =
        only(geoPackage("CURVEPOLYGON(CIRCULARSTRING(0.001 0,-0.001 0,0.001 0))", "EPSG:4326"));
    double metres = 111_320 * 0.001;
    assertThat(circle.getArea() * 111_320 * 111_320)
        .isEqualTo(Math.PI * metres * metres, within(0.01 * 2 * Math.PI * metres));
    assertThat(circle.getNumPoints()).isLessThan(1000);
  }

  @Test
  void theToleranceCanBeTold() {
    Path file = geoPackage("CURVEPOLYGON(CIRCULARSTRING(100 0,-100 0,100 0))", "EPSG:32650");
    ReadOptions coarse =
        new ReadOptions(null, null, TextOptions.DEFAULT, new Shaping(null, 1, false));
    try (FeatureReader reader = FeatureReader.open(file, coarse)) {
      assertThat(drawn(reader).getNumPoints()).isLessThan(80);
      assertThat(reader.notes().get(0).toString()).contains("at most 100 cm");
    }
  }

  @Test
  void theReportedCurveIsRead() {
    Path file = RealData.reported("07-curves-in-geopackage/curve.gpkg");
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      Geometry bulging = drawn(reader);
      Geometry square = drawn(reader);
      assertThat(bulging.getArea()).isGreaterThan(1e-4 + 1e-5).isLessThan(1e-4 + 2e-5);
      assertThat(square.getArea()).isEqualTo(1e-4, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+proj=tmerc +lat_0=0 +lon_0=114.25 +k=1 +x_0=500000 +ellps=GRS80 +units=m +no_defs",
        "+proj=lcc +lat_1=30 +lat_2=32 +lat_0=30 +lon_0=114 +x_0=1000 +y_0=2000 +datum=WGS84 +units=us-ft",
        "ESRI:102671",
        "ESRI:103584",
        "EPSG:5554",
        "EPSG:32650+5773",
        "EPSG:2065",
        "EPSG:2052",
        "EPSG:2180",
      })
  void theSystemThatTheFileDefinesIsRead(String system) {
    double[] lonLat = place(system);
    double[] written = Gdal.fromLonLat(folder, "EPSG:4326", system, lonLat[0], lonLat[1]);
    Path file = geoPackage("POINT(" + written[0] + " " + written[1] + ")", system);
    double[] read = new double[2];
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      CrsTransform transform = CrsTransform.of(reader.crs().orElseThrow(), Datum.WGS84);
      var point = drawn(reader).getCoordinate();
      transform.settledAt(point.x, point.y).toWgs84(point.x, point.y, read);
    }
    assertThat(read[0]).isEqualTo(lonLat[0], within(2e-5));
    assertThat(read[1]).isEqualTo(lonLat[1], within(2e-5));
  }

  /** A place where the system is used. */
  private static double[] place(String system) {
    return switch (system) {
      case "ESRI:102671" -> new double[] {-87.63, 41.88};
      case "ESRI:103584" -> new double[] {24, 57};
      case "EPSG:5554" -> new double[] {6.5, 51.5};
      case "EPSG:2065" -> new double[] {14.42, 50.08};
      case "EPSG:2052" -> new double[] {27, -26.1};
      case "EPSG:2180" -> new double[] {21, 52.2};
      default -> new double[] {114.3, 30.6};
    };
  }

  @Test
  void heightsOfGdalsOwnMakingAreLeftOut() {
    Path file = geoPackage("POINT Z (114.3 30.6 7)", "EPSG:4979");
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      assertThat(CrsTransform.of(reader.crs().orElseThrow(), Datum.WGS84).isIdentity()).isTrue();
      assertThat(reader.next().heights()).isTrue();
    }
  }

  @Test
  void anotherSystemThanTheFileNamesIsToldAndUsed() {
    Path file = geoPackage("POINT(1 2)", "EPSG:32650");
    try (FeatureReader reader = FeatureReader.open(file, in("4547"))) {
      assertThat(reader.crs()).contains("EPSG:4547");
      assertThat(reader.notes().get(0).toString())
          .isEqualTo("out.gpkg says EPSG:32650, but was read as EPSG:4547, as it was told to");
    }
  }

  @Test
  void namesOfTablesAreTheSameInWhateverCase() throws SQLException {
    Path file = geoPackage("POLYGON((0 0,1 0,1 1,0 0))", "EPSG:4326");
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      sql.execute("PRAGMA foreign_keys=OFF");
      for (String trigger : triggers(db)) {
        sql.execute("DROP TRIGGER \"" + trigger + "\"");
      }
      sql.execute("UPDATE gpkg_geometry_columns SET table_name='OUT', column_name='GEOM'");
      sql.execute("UPDATE gpkg_contents SET table_name='In', data_type='Features'");
      sql.execute("UPDATE gpkg_geometry_columns SET table_name='IN'");
    }
    assertThat(only(file).getArea()).isEqualTo(0.5);
  }

  private static List<String> triggers(Connection db) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement sql = db.createStatement();
        var rows = sql.executeQuery("SELECT name FROM sqlite_master WHERE type='trigger'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  @Test
  void aCompressedGeoPackageIsReadWhateverItIsCalledAndLeavesNothingBehind() throws IOException {
    write(folder, "in.geojson", collection(square("\"code\":\"A\"", 0, 0)));
    Gdal.ogr2ogr(folder, "-f", "GPKG", "plain.gpkg", "in.geojson");
    Path file = folder.resolve("wards.json");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Files.copy(folder.resolve("plain.gpkg"), out);
    }
    long before = unpacked();
    assertThat(only(file).getArea()).isEqualTo(1e-6, within(1e-15));
    byte[] bytes = Files.readAllBytes(file);
    Path cut = write(folder, "cut.gpkg.gz", InputFiles.firstHalf(bytes));
    assertThatThrownBy(() -> only(cut)).hasMessageContaining("the compressed data ends too early");
    assertThat(unpacked()).isEqualTo(before);
  }

  private static long unpacked() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(it -> it.toString().endsWith(".unpacked")).count();
    }
  }
}
