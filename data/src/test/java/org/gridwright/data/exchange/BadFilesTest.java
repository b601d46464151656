package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.firstHalf;
import static org.gridwright.data.exchange.InputFiles.gzip;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each way in which a file can be unusable is told in one sentence with the place and the remedy.
 */
class BadFilesTest {

  @TempDir Path folder;

  @Test
  void missingFile() {
    refused(folder.resolve("zones.geojson"), "zones.geojson: there is no such file");
  }

  @Test
  void folderInsteadOfFile() {
    refused(folder, "this is a folder");
  }

  @Test
  void emptyFile() {
    refused(write(folder, "a.geojson", " \n"), "a.geojson: the file is empty");
  }

  @Test
  void webPage() {
    refused(write(folder, "a.geojson", "<!DOCTYPE html><html>"), "this is a web page");
  }

  @Test
  void keyholeMarkup() {
    refused(write(folder, "a.kml", "<?xml version='1.0'?><kml/>"), "convert it first: ogr2ogr");
  }

  @Test
  void zipArchive() {
    refused(write(folder, "a.zip", "PK\3\4rest"), "this is a ZIP archive; unpack it first");
  }

  @Test
  void shapefile() {
    byte[] shp = {0, 0, 0x27, 0x0a, 0, 0, 0, 0};
    refused(write(folder, "a.shp", shp), "this is a shapefile; convert it first");
  }

  @Test
  void truncatedJson() {
    String json = collection(square("\"c\":1", 0, 0), square("\"c\":2", 1, 0));
    refused(
        write(folder, "a.geojson", json.substring(0, json.length() - 40)),
        "a.geojson, feature 2: the JSON ends too early; the file is truncated");
  }

  @Test
  void jsonTruncatedAnywhere() {
    String json = collection(square("\"c\":1", 0, 0), square("\"c\":2", 1, 0));
    for (int length = 45; length < json.length(); length++) {
      if (json.charAt(length - 1) == '.') {
        continue; // no number ends in a point, so this is wrong in itself
      }
      refused(write(folder, "a.geojson", json.substring(0, length)), "the JSON ends too early");
    }
  }

  @Test
  void truncatedGzip() {
    String json = collection(square("\"c\":1", 0, 0), square("\"c\":2", 1, 0));
    refused(
        write(folder, "a.geojson", firstHalf(gzip(json))), "the compressed data ends too early");
  }

  @Test
  void truncatedGzippedCsv() {
    refused(
        write(folder, "a.csv.gz", firstHalf(gzip("id,lon,lat\n1,2,3\n4,5,6\n"))),
        "the compressed data ends too early");
  }

  @Test
  void damagedGzip() {
    byte[] bytes = gzip(collection(square("\"c\":1", 0, 0)).repeat(50));
    for (int i = 40; i < 80; i++) {
      bytes[i] = (byte) 0xff;
    }
    refused(write(folder, "a.geojson", bytes), "the compressed data is damaged");
  }

  @Test
  void brokenJson() {
    refused(
        write(folder, "a.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[{]}"),
        "a.geojson, feature 1: the JSON is not well-formed at line 2, column");
  }

  @Test
  void jsonWithoutFeatures() {
    refused(write(folder, "a.json", "{\"type\":\"Topology\"}"), "has no GeoJSON features");
    refused(write(folder, "b.json", "[1,2]"), "this is not GeoJSON");
  }

  @Test
  void coordinatesThatAreNoNumbers() {
    for (String bad : new String[] {"NaN", "null", "\"7\"", "1e999", "Infinity"}) {
      refused(
          write(
              folder,
              "a.geojson",
              collection(square("", 0, 0), polygon("", "[0,0],[1,0],[1," + bad + "],[0,0]"))),
          "a.geojson, feature 2: a coordinate is not a number");
    }
  }

  @Test
  void unclosedRing() {
    refused(
        write(folder, "a.geojson", collection(polygon("", "[0,0],[1,0],[1,1],[0,1]"))),
        "a.geojson, feature 1: a ring is not closed: it starts at 0.0 0.0 and ends at 0.0 1.0");
  }

  @Test
  void ringOfTwoPoints() {
    refused(
        write(folder, "a.geojson", collection(polygon("", "[0,0],[1,0],[0,0]"))),
        "a ring has 3 points");
  }

  @Test
  void wrongNesting() {
    refused(
        write(
            folder,
            "a.geojson",
            collection(feature("", "{\"type\":\"Polygon\",\"coordinates\":[[1,2],[3,4]]}"))),
        "not nested as the geometry's type demands");
  }

  @Test
  void unknownGeometryType() {
    refused(
        write(
            folder,
            "a.geojson",
            collection(feature("", "{\"type\":\"Circle\",\"coordinates\":[]}"))),
        "cannot have the type \"Circle\"");
  }

  @Test
  void unknownFieldNamesTheNearest() {
    Feature feature =
        first(write(folder, "a.geojson", collection(square("\"Beat\":1,\"sector\":2", 0, 0))));
    assertThatThrownBy(() -> feature.value("beat"))
        .hasMessage(
            "a.geojson, feature 1: there is no field \"beat\"; did you mean \"Beat\"?"
                + " The fields are Beat, sector");
    assertThatThrownBy(() -> feature.value("population"))
        .hasMessageContaining("there is no field \"population\"; the fields are Beat, sector");
  }

  @Test
  void theSystemThatIsToldGoesBeforeTheOneInTheFile() {
    for (String said : new String[] {"urn:ogc:def:crs:EPSG::4547", "Our grid"}) {
      Path file = write(folder, "a.geojson", named(said));
      ReadOptions options = new ReadOptions("EPSG:4326", null, TextOptions.DEFAULT);
      try (FeatureReader reader = FeatureReader.open(file, options)) {
        assertThat(reader.crs()).contains("EPSG:4326");
        String known = said.replace("urn:ogc:def:crs:EPSG::", "EPSG:");
        assertThat(reader.notes().get(0).toString())
            .isEqualTo(
                "a.geojson says " + known + ", but was read as EPSG:4326, as it was told to");
      }
    }
  }

  @Test
  void theSameSystemByAnotherNameIsNoContradiction() {
    Path file = write(folder, "a.geojson", named("urn:ogc:def:crs:OGC:1.3:CRS84"));
    ReadOptions options = new ReadOptions("EPSG:4326", null, TextOptions.DEFAULT);
    try (FeatureReader reader = FeatureReader.open(file, options)) {
      assertThat(reader.notes()).isEmpty();
    }
  }

  @Test
  void aSystemThatCanNotBeReadAsksForTheOption() {
    refused(write(folder, "a.geojson", named("Our grid")), "give it as an option, such as --crs");
  }

  private static String named(String system) {
    return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\""
        + system
        + "\"}},\"features\":[]}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'EPSG','properties':{'code':4547}} | EPSG:4547",
        "{'type':'EPSG','properties':{'code':'4547','coordinate_order':[0,1]}} | EPSG:4547",
        "{'type':'ESRI','properties':{'code':102100}} | EPSG:3857",
        "{'type':'OGC','properties':{'urn':'urn:ogc:def:crs:OGC:1.3:CRS84'}} | EPSG:4326",
        "{'type':'URL','properties':{'url':'http://www.opengis.net/def/crs/EPSG/0/4547'}} | EPSG:4547",
        "{'type':'link','properties':{'href':'http://spatialreference.org/ref/epsg/4547/ogcwkt/','type':'ogcwkt'}} | EPSG:4547",
        "{'type':'name','properties':{'name':'ESRI:102100'}} | EPSG:3857",
        "{'type':'ProjectedCRS','name':'CGCS2000 / x','id':{'authority':'EPSG','code':4547}} | EPSG:4547",
        "{'wkid':102100,'latestWkid':3857} | EPSG:3857",
        "'''EPSG:4547''' | EPSG:4547",
      })
  void theCrsMemberIsReadAsItWasWrittenInItsYears(String member, String code) {
    String json = "{\"type\":\"FeatureCollection\",\"crs\":%s,\"features\":[]}";
    Path file = write(folder, "a.geojson", json.formatted(member.replace('\'', '"')));
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      assertThat(reader.crs()).contains(code);
    }
  }

  @Test
  void systemBehindTheFeatures() {
    String json =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + square("", 0, 0)
            + "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4547\"}}}";
    refused(write(folder, "a.geojson", json), "stands behind the features; give");
  }

  @Test
  void textThatIsNotUtf8NamesTheLine() {
    byte[] gbk = "id,名称\n1,城东区\n".getBytes(Charset.forName("GBK"));
    refused(
        write(folder, "a.csv", gbk),
        "a.csv, line 1: the text is not UTF-8; if the file comes from a Chinese Excel, say"
            + " --encoding GBK");
    byte[] later = "id,name\n1,a\n2,城东区\n".getBytes(Charset.forName("GBK"));
    refused(write(folder, "b.csv", later), "b.csv, line 3: the text is not UTF-8");
  }

  @Test
  void recordWithTooManyFields() {
    refused(
        write(folder, "a.csv", "id,lon\n1,2\n3,4,5\n"),
        "a.csv, line 3: the record has 3 fields but the header has 2");
  }

  @Test
  void endlessRecord() {
    refused(
        write(folder, "a.csv", "id,lon\n1,2\n3,\"" + "x".repeat(CsvTable.MAX_RECORD + 10)),
        "a.csv, line 3: the record that starts here has more than");
  }

  @Test
  void headerNamesAColumnTwice() {
    refused(write(folder, "a.csv", "id,id\n1,2\n"), "names the column \"id\" twice");
  }

  @Test
  void sqliteThatIsNoGeoPackage() {
    refused(write(folder, "a.gpkg", "SQLite format 3\0" + "\0".repeat(200)), "a.gpkg: ");
  }

  @Test
  void sentencesComeInChinese() {
    assertThatThrownBy(() -> InputFile.of(folder.resolve("zones.geojson")))
        .isInstanceOfSatisfying(
            InputException.class,
            e ->
                assertThat(e.told().in(Locale.SIMPLIFIED_CHINESE))
                    .endsWith("zones.geojson：没有这个文件；请检查路径"));
  }

  private static Feature first(Path file) {
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      return reader.next();
    }
  }

  private static void refused(Path file, String sentence) {
    assertThatThrownBy(
            () -> {
              try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
                reader.forEachRemaining(feature -> {});
              }
            })
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }
}
