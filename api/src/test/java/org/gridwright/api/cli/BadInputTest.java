package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.firstHalf;
import static org.gridwright.data.exchange.InputFiles.gzip;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as they come. What cannot be used gets one sentence with the place and the remedy, and
 * leaves the store as it was; what only looks odd is read.
 */
class BadInputTest {

  private static final String ZONES = "import zones FILE --theme t --levels zone=code";
  private static final String ADDRESSES =
      "import addresses FILE --id id --text street --lon x --lat y";
  private static final String INCIDENTS =
      "import incidents FILE --time time --category kind --lon x --lat y";
  private static final String SQUARE = "[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]]]";
  private static final String HEADER = "id,street,x,y\n";
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir static Path city;
  @TempDir Path folder;

  private static Path master;

  @BeforeAll
  static void makeCity() {
    master = SmallCity.in(city);
  }

  /** A file, the command that reads it, and what the sentence says. */
  record Case(String title, String command, String file, byte[] content, List<String> says) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> refused() {
    String two = collection(zone("A", SQUARE), zone("A", SQUARE.replace("10", "11")));
    return Stream.of(
        bad(
            "truncated JSON",
            ZONES,
            half(two),
            "in.geojson, feature 1: ",
            "ends too early",
            "again"),
        bad(
            "truncated gzip",
            ZONES,
            firstHalf(gzip(two)),
            "compressed data ends too early",
            "again"),
        bad("damaged gzip", ZONES, damaged(gzip(two)), "compressed data is damaged", "again"),
        bad("empty file", ZONES, "", "in.geojson: the file is empty"),
        bad(
            "projected coordinates",
            ZONES,
            collection(zone("A", "[[[500000,5e6],[500100,5e6],[500100,5000100],[500000,5e6]]]")),
            "in.geojson, feature 1: ",
            "--crs EPSG:4547"),
        bad("unknown reference system", ZONES + " --crs EPSG:999999", two, "EPSG:999999"),
        bad(
            "reference system that the file does not have",
            ZONES + " --crs EPSG:4547",
            two,
            "in.geojson, feature 1: ",
            "is no place where EPSG:4547 is used"),
        bad(
            "longitude beyond 180",
            ZONES,
            collection(zone("A", "[[[179.9,-17],[180.1,-17],[180.1,-16.9],[179.9,-17]]]")),
            "in.geojson, feature 1: the longitude 180.1",
            "180th meridian"),
        bad(
            "both sides of 180",
            ZONES,
            collection(
                zone("A", "[[[179.9,-17],[180,-17],[180,-16.9],[179.9,-17]]]"),
                zone("B", "[[[-179.9,-17],[-179.8,-17],[-179.8,-16.9],[-179.9,-17]]]")),
            "lies on both sides of the 180th meridian",
            "two themes"),
        bad(
            "NaN",
            ZONES,
            collection(zone("A", SQUARE.replace("10.01,50.01", "NaN,50.01"))),
            "in.geojson, feature 1: ",
            "not a number: NaN"),
        bad(
            "swapped coordinates",
            ZONES,
            collection(zone("A", "[[[50,10],[50,10.01],[50.01,10.01],[50,10]]]")),
            "in.geojson, feature 1: ",
            "longitude and latitude are probably swapped"),
        bad(
            "swapped coordinates beyond the pole",
            ZONES,
            collection(zone("A", "[[[30,114],[30.1,114],[30.1,114.1],[30,114]]]")),
            "in.geojson, feature 1: ",
            "longitude and latitude are probably swapped"),
        bad(
            "unknown field",
            ZONES,
            two.replace("\"code\"", "\"kode\""),
            "feature 1: there is no field \"code\"; did you mean \"kode\"?"),
        bad(
            "duplicate code",
            ZONES + " --same-code refuse",
            two,
            "in.geojson, feature 2: ",
            "\"A\" occurs again (first in feature 1)",
            "--same-code merge"),
        bad(
            "code under two parents",
            ZONES.replace("zone=code", "district=d,zone=code"),
            two.replaceFirst("\"code\"", "\"d\":\"1\",\"code\"")
                .replaceFirst("\\{\"code\"", "{\"d\":\"2\",\"code\""),
            "in.geojson, feature 2: ",
            "join the fields to tell them apart: zone=d+code"),
        bad(
            "absent geometry",
            ZONES,
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null,"
                + "\"properties\":{\"code\":\"A\"}}]}",
            "in.geojson, feature 1: the feature has no geometry"),
        bad(
            "empty geometry",
            ZONES,
            collection(zone("A", "[]")),
            "in.geojson, feature 1: the feature has no geometry"),
        bad(
            "open ring",
            ZONES,
            collection(zone("A", "[[[10,50],[10.01,50],[10.01,50.01],[10,50.01]]]")),
            "in.geojson, feature 1: a ring is not closed",
            "close it"),
        bad(
            "points instead of polygons",
            ZONES,
            collection(zone("A", "[10,50]").replace("Polygon", "Point")),
            "in.geojson, feature 1: the geometry is a Point"),
        bad(
            "self-intersecting ring, to be published",
            ZONES + " --publish",
            collection(zone("A", "[[[10,50],[10.01,50.01],[10.01,50],[10,50.01],[10,50]]]")),
            "theme \"t\" was not published",
            "mend them, or accept them with a reason (--accept)"),
        bad("GBK without --encoding", ADDRESSES, chinese().getBytes(GBK), "line 1", "--encoding"),
        bad("wrong --encoding", ADDRESSES + " --encoding GBK", chinese() + "2,é", "not GBK"),
        bad("endless line", ADDRESSES, HEADER + "1,\"" + "x".repeat(3_000_000), "line 2", "quote"),
        bad("missing field", ADDRESSES, HEADER + "1,one,10\n", "in.csv, line 2: ", "3 fields"),
        bad("NaN in a table", ADDRESSES, HEADER + "1,one,NaN,50\n", "in.csv, line 2: ", "NaN"),
        bad("swapped table", ADDRESSES, HEADER + "1,one,50,10\n", "line 2", "probably swapped"),
        bad(
            "no such field",
            ADDRESSES,
            "id,streets,x,y\n1,one,10,50\n",
            "did you mean \"streets\"?"),
        bad(
            "several bad records",
            ADDRESSES,
            HEADER + "1,one,10,50\n2,two,,50\n3,three,10,\n",
            "in.csv, line 3: ",
            "2 records in all",
            "--skip-bad"),
        bad(
            "day first",
            INCIDENTS,
            "kind,x,y,time\nnoise,10,50,5/3/2024\n",
            "in.csv: ",
            "--day-first"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeUsedIsToldInOneSentence(Case bad) throws IOException {
    Path store = StoreContent.copy(master, folder.resolve("city.gpkg"));
    List<String> before = StoreContent.of(store);
    Files.write(folder.resolve(bad.file), bad.content);

    CommandRun run = gridwright(bad.command, bad.file);

    assertThat(run.err()).startsWith("gridwright: ").contains(bad.says).hasLineCount(1);
    assertThat(run.err()).doesNotContain("Exception", "unexpected");
    assertThat(run.status()).isEqualTo(1);
    assertThat(StoreContent.of(store)).isEqualTo(before);
  }

  static Stream<Case> understood() {
    return Stream.of(
        bad("byte order mark", ADDRESSES, "\ufeff" + HEADER + "1,one,10,50\n", "1 addresses"),
        bad("CRLF", ADDRESSES, (HEADER + "1,one,10,50\n").replace("\n", "\r\n"), "1 addresses"),
        bad("GBK", ADDRESSES + " --encoding GBK", chinese().getBytes(GBK), "1 addresses"),
        bad("day first", INCIDENTS + " --day-first", "kind,x,y,time\nn,10,50,17/3/2024", "1 inc"),
        bad(
            "heights",
            ZONES,
            collection(zone("A", SQUARE.replace("],", ",7],").replace("]]]", ",7]]]"))),
            "heights were dropped from 1 features"),
        bad(
            "wrong ring order",
            ZONES,
            collection(zone("A", "[[[10,50],[10,50.01],[10.01,50],[10,50]]]")),
            "rings of 1 features ran clockwise"),
        bad(
            "several polygons of one code",
            ZONES,
            collection(zone("A", SQUARE), zone("A", SQUARE.replace("10", "11"))),
            "zone A: 2 features read as one unit"),
        bad(
            "self-intersecting ring, accepted",
            ZONES + " --publish --accept surveyed",
            collection(zone("A", "[[[10,50],[10.01,50.01],[10.01,50],[10,50.01],[10,50]]]")),
            "published as revision 1"));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void whatOnlyLooksOddIsRead(Case odd) throws IOException {
    StoreContent.copy(master, folder.resolve("city.gpkg"));
    Files.write(folder.resolve(odd.file), odd.content);

    CommandRun run = gridwright(odd.command, odd.file);

    assertThat(run.out() + run.err()).contains(odd.says);
    assertThat(run.status()).isZero();
  }

  static Stream<Case> inChinese() {
    return Stream.of(
        bad("截断", ZONES, half(collection(zone("A", SQUARE))), "第 1 个要素", "文件不完整"),
        bad("坐标互换", ADDRESSES, HEADER + "1,one,50,10\n", "第 2 行", "经纬度可能颠倒"),
        bad("编码", ADDRESSES, chinese().getBytes(GBK), "第 1 行", "--encoding GBK"));
  }

  @ParameterizedTest
  @MethodSource("inChinese")
  void theSentenceComesInChinese(Case bad) throws IOException {
    StoreContent.copy(master, folder.resolve("city.gpkg"));
    Files.write(folder.resolve(bad.file), bad.content);

    CommandRun run = gridwright(bad.command + " --lang zh-CN", bad.file);

    assertThat(run.err()).startsWith("gridwright: ").contains(bad.says).hasLineCount(1);
    assertThat(run.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aFolderIsNoFile(String command) throws IOException {
    Path store = StoreContent.copy(master, folder.resolve("city.gpkg"));
    List<String> before = StoreContent.of(store);
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("points.csv"), "x,y\n10,50\n");

    CommandRun run = gridwright(command, "in");

    assertThat(run.err()).contains("in: this is a folder; name a file").hasLineCount(1);
    assertThat(gridwright(command, "none").err()).contains("there is no such file").hasLineCount(1);
    assertThat(run.status()).isEqualTo(1);
    assertThat(StoreContent.of(store)).isEqualTo(before);
  }

  static Stream<String> commands() {
    return Stream.of(
        ZONES,
        ADDRESSES,
        INCIDENTS,
        "check FILE --code code",
        "assign FILE -o out.csv --lon x --lat y",
        "assign points.csv -o out.csv --lon x --lat y --zones FILE --code code");
  }

  private CommandRun gridwright(String command, String file) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.replaceAll(word -> word.equals("FILE") ? file : word);
    return CommandRun.of(
        folder, Map.of("GRIDWRIGHT_STORE", "city.gpkg"), words.toArray(String[]::new));
  }

  private static Case bad(String title, String command, String content, String... says) {
    return bad(title, command, content.getBytes(StandardCharsets.UTF_8), says);
  }

  private static Case bad(String title, String command, byte[] content, String... says) {
    String file = command.startsWith(ZONES.substring(0, 12)) ? "in.geojson" : "in.csv";
    return new Case(title, command, file, content, List.of(says));
  }

  private static String zone(String code, String coordinates) {
    return """
        {"type":"Feature","properties":{"code":"%s"},"geometry":{"type":"Polygon","coordinates":%s}}"""
        .formatted(code, coordinates);
  }

  private static String chinese() {
    return "id,street,x,y,备注\n1,人民路,10,50,无\n";
  }

  private static byte[] half(String text) {
    return firstHalf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] damaged(byte[] gzip) {
    Arrays.fill(gzip, gzip.length / 2, gzip.length - 8, (byte) 0xff);
    return gzip;
  }
}
