package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.data.exchange.InputFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on {@link SmallCity}, in folders of their own. */
class CommandsTest {

  @TempDir static Path city;
  @TempDir Path folder;

  private static Path store;

  @BeforeAll
  static void makeCity() {
    store = SmallCity.in(city);
  }

  @Test
  void locateTellsThePathTheRunnerUpAndTheOfficer() {
    CommandRun run = gridwright("locate", "10.015", "50.005");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("district +X"),
            line -> assertThat(line).matches("beat +B"),
            line -> assertThat(line).matches("on boundary +no"),
            line -> assertThat(line).matches("runner-up +[AC] at 35\\d\\.\\d m"),
            line -> assertThat(line).matches("officer +Li Wei, full-time"),
            line -> assertThat(line).matches("plan +beats, revision 1, in force since 2020-01-01"));
  }

  @Test
  void locateAnswersInChineseAndAsJson() {
    assertThat(gridwright("locate", "10.015", "50.005", "--lang", "zh-CN").out())
        .contains("在边界上")
        .contains("责任人");
    assertThat(gridwright("locate", "10.5", "50.5", "--json").out())
        .contains("\"grid\" : null")
        .contains("\"runnerUp\"");
  }

  @Test
  void locateOutsideEveryPlanSaysSo() {
    CommandRun before = gridwright("locate", "10.015", "50.005", "--at", "2019-12-31");

    assertThat(before.status()).isEqualTo(1);
    assertThat(before.err()).contains("no plan in force on 2019-12-31");
    assertThat(gridwright("locate", "10.5", "50.5").out()).contains("nobody owns this place");
    assertThat(gridwright("locate", "10.5", "95").err()).contains("latitude 95.0");
  }

  @Test
  void assignAppendsItsColumnsAndKeepsRowsItCannotRead() throws IOException {
    Files.writeString(
        folder.resolve("in.csv"), "n,x,y,zone\n1,10.005,50.005,A\n2,,,B\n3,10.02,50.005,B\n");

    CommandRun run =
        gridwright(
            "assign", "in.csv", "-o", "out.csv", "--lon", "x", "--lat", "y", "--compare", "zone");

    assertThat(run.err())
        .contains("3 rows: 2 in a grid, 0 outside, 1 on a boundary, 0 contested")
        .contains("1 rows without usable coordinates; the first is line 3 of in.csv")
        .contains("zone: 2 rows compared, 1 agree: 0.5000");
    assertThat(run.status()).isZero();
    assertThat(Files.readAllLines(folder.resolve("out.csv")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("n,x,y,zone,grid,on_boundary,contested,runner_up,distance_m"),
            line -> assertThat(line).startsWith("1,10.005,50.005,A,A,false,,B,"),
            line -> assertThat(line).isEqualTo("2,,,B,,,,,"),
            line -> assertThat(line).isEqualTo("3,10.02,50.005,B,C,true,,B,0.0"));
  }

  @Test
  void assignReportsExceptionsAndAppendsChosenColumns() throws IOException {
    Files.writeString(
        folder.resolve("in.csv"), "x,y\n10.005,50.005\n,\neast,50\n10.5,50.5\n10.02,50.005\n");

    CommandRun run =
        gridwright(
            "assign",
            "in.csv",
            "-o",
            "out.csv",
            "--lon",
            "x",
            "--lat",
            "y",
            "--columns",
            "grid",
            "--exceptions",
            "look.csv");

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("5 rows: 2 in a grid, 1 outside, 1 on a boundary, 0 contested");
    assertThat(folder.resolve("out.csv"))
        .hasContent("x,y,grid\n10.005,50.005,A\n,,\neast,50,\n10.5,50.5,\n10.02,50.005,C\n");
    assertThat(Files.readAllLines(folder.resolve("look.csv")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("row,kind,lon,lat,grid,nearest,distance_m"),
            line -> assertThat(line).isEqualTo("2,missing,,,,,"),
            line -> assertThat(line).isEqualTo("3,bad,east,50,,,"),
            line -> assertThat(line).startsWith("4,outside,10.5,50.5,,"),
            line -> assertThat(line).isEqualTo("5,boundary,10.02,50.005,C,B,0.0"));

    assertThat(
            gridwright(
                    "assign",
                    "in.csv",
                    "-o",
                    "o.csv",
                    "--lon",
                    "x",
                    "--lat",
                    "y",
                    "--columns",
                    "gird")
                .err())
        .contains("gird")
        .contains("grid, on_boundary");
  }

  @Test
  void assignReadsGzipAndTellsWhereItIsDamaged() throws IOException {
    byte[] packed = InputFiles.gzip("x,y\n" + "10.005,50.005\n".repeat(5000));
    Files.write(folder.resolve("in.csv.gz"), packed);
    Files.write(folder.resolve("half.csv.gz"), InputFiles.firstHalf(packed));
    String[] sound = {"assign", "in.csv.gz", "-o", "out.csv", "--lon", "x", "--lat", "y"};
    String[] half = {"assign", "half.csv.gz", "-o", "none.csv", "--lon", "x", "--lat", "y"};

    assertThat(gridwright(sound).err()).contains("5000 rows: 5000 in a grid");
    assertThat(gridwright(half).err()).contains("half.csv.gz").contains("truncated");
    assertThat(folder.resolve("none.csv")).doesNotExist();
  }

  @Test
  void assignWritesToStandardOutput() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "x,y\n10.005,50.005\n");

    CommandRun run = gridwright("assign", "in.csv", "-o", "-", "--lon", "x", "--lat", "y");

    assertThat(run.out()).startsWith("x,y,grid,").contains("10.005,50.005,A,false");
    assertThat(run.err()).contains("1 rows: 1 in a grid");
  }

  @Test
  void assignReadsOtherEncodingsWhenToldAndRefusesThemOtherwise() throws IOException {
    Files.write(
        folder.resolve("in.csv"), "名称,x,y\n街道,10.005,50.005\n".getBytes(Charset.forName("GBK")));
    String[] command = {"assign", "in.csv", "-o", "out.csv", "--lon", "x", "--lat", "y"};

    CommandRun unaware = gridwright(command);
    assertThat(unaware.status()).isEqualTo(1);
    assertThat(unaware.err()).contains("in.csv").contains("--encoding");
    assertThat(folder.resolve("out.csv")).doesNotExist();

    String[] told = {
      "assign", "in.csv", "-o", "out.csv", "--lon", "x", "--lat", "y", "--encoding", "GB18030"
    };
    assertThat(gridwright(told).status()).isZero();
    assertThat(folder.resolve("out.csv"))
        .content(Charset.forName("GBK"))
        .startsWith("名称,x,y,grid")
        .contains("\n街道,10.005,50.005,A,false");
  }

  @Test
  void assignNamesTheFieldsThereAre() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "longitude,latitude\n10.005,50.005\n");

    CommandRun run =
        gridwright("assign", "in.csv", "-o", "out.csv", "--lon", "longtude", "--lat", "latitude");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("longtude").contains("longitude, latitude");
    assertThat(folder.toFile().list()).containsExactly("in.csv");
  }

  @Test
  void anInputIsNeverOverwritten() throws IOException {
    Files.writeString(folder.resolve("in.csv"), "x,y\n10.005,50.005\n");

    CommandRun run = gridwright("assign", "in.csv", "-o", "./in.csv", "--lon", "x", "--lat", "y");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is also an input");
    assertThat(folder.resolve("in.csv")).hasContent("x,y\n10.005,50.005\n");
  }

  @Test
  void disagreementsCountCompareAndList() throws IOException {
    CommandRun run = gridwright("disagreements", "--level", "beat", "-o", "out.csv");

    assertThat(run.out().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("compared +4"),
            line -> assertThat(line).matches("agree +0\\.5000"),
            line -> assertThat(line).matches("within 10\\.0 m +0\\.5000"),
            line -> assertThat(line).startsWith("beat A: 1 of 3 lie elsewhere"),
            line -> assertThat(line).startsWith("beat C: 1 of 1 lie elsewhere"));
    assertThat(Files.readAllLines(folder.resolve("out.csv")))
        .anyMatch(line -> line.startsWith("i3,2024-03-01T08:30,noise,10.025,50.005,A,C,"))
        .anyMatch(line -> line.startsWith("i4,2024-03-01T08:30,noise,10.035,50.005,C,,"))
        .hasSize(3);
  }

  @Test
  void exportWritesUnitsAsGeoJsonAndCsv() {
    assertThat(gridwright("export", "units", "-o", "-", "--format", "geojson").out())
        .startsWith("{\"type\":\"FeatureCollection\"")
        .contains("\"code\":\"A\",\"name\":\"A\",\"parent\":\"X\"");
    assertThat(
            gridwright("export", "units", "--level", "district", "-o", "-", "--format", "csv")
                .out()
                .lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("level,code,name,parent")
        .endsWith("wkt");
  }

  @Test
  void exportWritesAGeoPackageThatReadsBack() {
    assertThat(gridwright("export", "units", "-o", "units.gpkg").status()).isZero();
    assertThat(gridwright("check", "units.gpkg", "--code", "code").status()).isZero();
    assertThat(gridwright("export", "incidents", "-o", "units.gpkg").status())
        .as("what is there is replaced")
        .isZero();
    assertThat(gridwright("check", "units.gpkg", "--code", "code").status()).isEqualTo(1);
    assertThat(gridwright("export", "officers", "-o", "-", "--format", "gpkg").err())
        .contains("name an ordinary file that ends in .gpkg");
    assertThat(gridwright("export", "units", "-o", store.toString()).err())
        .contains("is a store, with plans and their history");
    assertThat(gridwright("status").out()).contains("2 > 3 units");
  }

  @Test
  void coarsenedPlacesTellNoMoreThanTheirGrid() {
    String out =
        gridwright(
                "export",
                "incidents",
                "-o",
                "-",
                "--format",
                "csv",
                "--coarsen",
                "grid",
                "--suppress-below",
                "2")
            .out();

    assertThat(out.lines()).as("i3 is alone in C, i4 outside").hasSize(3);
    assertThat(out).contains(",A,10.005,50.005").doesNotContain("10.003");
    assertThat(
            gridwright("export", "addresses", "-o", "-", "--format", "csv", "--coarsen", "grid")
                .out())
        .doesNotContain("Main Street");
  }

  @Test
  void exportNeedsAFormatItKnows() {
    assertThat(gridwright("export", "units", "-o", "out.shp").err())
        .contains("format \"shp\" is not known");
    assertThat(gridwright("export", "units", "-o", "out").status()).isEqualTo(2);
    assertThat(gridwright("export", "units", "-o", "no/such/out.csv").err())
        .contains("does not exist");
  }

  @Test
  void aFullDiskIsToldAndLeavesNothing() {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full here");

    CommandRun run = gridwright("export", "units", "-o", "/dev/full", "--format", "geojson");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no space left on the device (/dev/full)");
  }

  @Test
  void statusListsThemesAndPlans() {
    assertThat(gridwright("status").out())
        .contains("beats  district > beat")
        .contains("in force from 2020-01-01 to …: 2 > 3 units");
  }

  @Test
  void aMissingStoreIsToldAndNotMade() {
    CommandRun run =
        CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", "none.gpkg"), "locate", "10", "50");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("gridwright: there is no store at").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  private CommandRun gridwright(String... arguments) {
    return CommandRun.of(folder, Map.of("GRIDWRIGHT_STORE", store.toString()), arguments);
  }
}
