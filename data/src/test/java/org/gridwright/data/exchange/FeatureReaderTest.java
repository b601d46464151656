package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.feature;
import static org.gridwright.data.exchange.InputFiles.gzip;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.square;
import static org.gridwright.data.exchange.InputFiles.write;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureReaderTest {

  @TempDir Path folder;

  @Test
  void readsPolygonsWithHolesAndParts() {
    String json =
        collection(
            feature(
                "\"c\":\"a\"",
                "{\"coordinates\":[[[0,0],[9,0],[9,9],[0,0]],[[2,1],[3,1],[3,2],[2,1]]],"
                    + "\"type\":\"Polygon\"}"),
            feature(
                "\"c\":\"b\"",
                "{\"type\":\"MultiPolygon\",\"coordinates\":"
                    + "[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}"),
            feature("\"c\":\"c\"", "{\"type\":\"Point\",\"coordinates\":[1.5,-2]}"),
            feature("\"c\":\"d\"", "null"));
    List<Feature> features = read(write(folder, "a.geojson", json));
    assertThat(features)
        .extracting(it -> String.valueOf(it.geometry()))
        .containsExactly(
            "POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))",
            "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
            "POINT (1.5 -2)",
            "null");
    assertThat(features).extracting(it -> it.source().number()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void keepsFieldsInOrderAndWholeNumbersWithoutAFraction() {
    Feature feature =
        read(write(
                folder,
                "a.geojson",
                collection(
                    square(
                        "\"z\":\"x\",\"code\":0831,\"real\":20010.0,\"no\":null,\"yes\":true,"
                                .replace("0831", "831")
                            + "\"parent\":{\"adcode\":630100},\"list\":[1,[2]]",
                        0,
                        0))))
            .get(0);
    assertThat(feature.properties())
        .containsExactly(
            entry("z", "x"),
            entry("code", "831"),
            entry("real", "20010"),
            entry("no", null),
            entry("yes", "true"),
            entry("parent.adcode", "630100"),
            entry("list", "[1,[2]]"));
    assertThat(feature.value("no")).isEmpty();
  }

  @Test
  void readsGzipMarkAndLineEndsWhateverTheName() {
    String json = "\uFEFF" + collection(square("\"c\":1", 0, 0)).replace("\n", "\r\n");
    assertThat(read(write(folder, "plain.txt", json))).hasSize(1);
    assertThat(read(write(folder, "zipped.geojson", gzip(json)))).hasSize(1);
  }

  @Test
  void readsOneFeatureAndSequences() {
    String one = square("\"c\":1", 0, 0);
    assertThat(read(write(folder, "a.json", one))).hasSize(1);
    assertThat(read(write(folder, "b.ndjson", one + "\n" + one + "\n"))).hasSize(2);
    assertThat(read(write(folder, "c.seq", "\u001e" + one + "\n\u001e" + one + "\n"))).hasSize(2);
  }

  @Test
  void noticesHeights() {
    String json = collection(polygon("", "[0,0,5],[1,0,5],[1,1,5],[0,0,5]"));
    Feature feature = read(write(folder, "a.geojson", json)).get(0);
    assertThat(feature.heights()).isTrue();
    assertThat((Object) feature.geometry()).hasToString("POLYGON ((0 0, 1 0, 1 1, 0 0))");
  }

  @Test
  void understandsTheOldCrsMember() {
    String json =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},\"features\":["
            + square("", 0, 0)
            + "]}";
    try (FeatureReader reader =
        FeatureReader.open(write(folder, "a.geojson", json), ReadOptions.DEFAULT)) {
      assertThat(reader.crs()).contains("EPSG:4326");
    }
  }

  @Test
  void readsCsvWithMarkQuotesAndLineBreaks() {
    String csv = "\uFEFFid,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,d\r\n";
    List<Feature> records = read(write(folder, "a.csv", csv));
    assertThat(records)
        .extracting(it -> it.properties().get("text"))
        .containsExactly("a, \"b\"\r\nc", "d");
    assertThat(records).extracting(it -> it.source().number()).containsExactly(2L, 5L);
  }

  @Test
  void readsOtherEncodings() {
    Charset gbk = Charset.forName("GBK");
    Path file = write(folder, "a.csv", "编码,名称\n1,城东区\n".getBytes(gbk));
    try (FeatureReader reader =
        FeatureReader.open(file, new ReadOptions(null, null, TextOptions.DEFAULT.in(gbk)))) {
      assertThat(reader.next().value("名称")).contains("城东区");
    }
  }

  @Test
  void decodesAcrossBufferBoundaries() {
    String name = "城𠀀é";
    StringBuilder csv = new StringBuilder("id,name\n");
    for (int i = 0; i < 20_000; i++) {
      csv.append(i).append(',').append(name).append('\n');
    }
    List<Feature> records = read(write(folder, "a.csv", csv.toString()));
    assertThat(records).hasSize(20_000).allMatch(it -> name.equals(it.properties().get("name")));
  }

  private static List<Feature> read(Path file) {
    List<Feature> features = new ArrayList<>();
    try (FeatureReader reader = FeatureReader.open(file, ReadOptions.DEFAULT)) {
      reader.forEachRemaining(features::add);
      assertThat(reader.bytesRead()).isEqualTo(reader.bytesTotal());
    }
    return features;
  }
}
