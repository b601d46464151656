package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridwright.data.exchange.InputFiles.collection;
import static org.gridwright.data.exchange.InputFiles.polygon;
import static org.gridwright.data.exchange.InputFiles.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.core.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts in other encodings and dialects come in, and CSV leaves for spreadsheets. */
class TextFilesTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String SQUARE = "[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]";
  private static final String BESIDE =
      "[10.01,50],[10.02,50],[10.02,50.01],[10.01,50.01],[10.01,50]";
  private static final String ASSIGN =
      "assign %s -o - --lon lon --lat lat --columns grid --zones zones.geojson --code c";

  @TempDir Path folder;

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  private void zones(String code, String name) {
    write(
        folder,
        "zones.geojson",
        collection(
            polygon("\"c\":\"%s\",\"n\":\"%s\"".formatted(code, name), SQUARE),
            polygon("\"c\":\"B\",\"n\":\"乙\"", BESIDE)));
  }

  private void published(String code, String name) {
    zones(code, name);
    CommandRun imported =
        run(
            "import zones zones.geojson --theme t --levels grid=c --name n --effective 2024-01-01 --publish");
    assertThat(imported.err() + imported.status()).isEqualTo("0");
  }

  @Test
  void theReportedGeoJsonIsCalledWhatItIsAndReadWhenItIsSaid() {
    Path gbk = RealData.reported("05-encoding-of-geojson/gbk.geojson");
    Path wide = RealData.reported("05-encoding-of-geojson/utf16.geojson");

    CommandRun unsaid = run("check " + gbk + " --code code");
    assertThat(unsaid.err()).contains("the text is not UTF-8", "--encoding GBK");
    assertThat(run("check " + gbk + " --code code --encoding GB18030").err()).isEmpty();
    assertThat(run("check " + wide + " --code code").err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"semi.csv", "tab.csv"})
  void theReportedDialectsAreReadAndTold(String name) {
    Path csv = RealData.reported("10-csv-dialects/" + name);
    Path zones = RealData.reported("10-csv-dialects/z.geojson");

    CommandRun assigned =
        run("assign " + csv + " -o - --lon lon --lat lat --zones " + zones + " --code code");

    assertThat(assigned.status()).isZero();
    assertThat(assigned.out()).contains("114.305").contains("distance_m");
    assertThat(assigned.err()).contains("between the fields", "--separator");
  }

  @Test
  void decimalCommasAreReadAndTold() {
    zones("A", "甲");
    write(folder, "p.csv", "id;lon;lat\na;10,005;50,005\nb;10,015;50,005\n");

    CommandRun assigned = run(ASSIGN.formatted("p.csv"));

    assertThat(assigned.out()).isEqualTo("id;lon;lat;grid\na;10,005;50,005;A\nb;10,015;50,005;B\n");
    assertThat(assigned.err()).contains("a semicolon", "a comma before the fraction");
    assertThat(run(ASSIGN.formatted("p.csv") + " --decimal .").err())
        .contains("no row has usable coordinates");
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    zones("A", "甲");
    write(folder, "p.csv", "lon,lat\n10.005,50.005\n");
    for (String option :
        new String[] {"--separator x", "--decimal ;", "--header-line 0", "--separator ::"}) {
      CommandRun refused = run(ASSIGN.formatted("p.csv") + " " + option);
      assertThat(refused.status()).as(option + refused.err()).isEqualTo(2);
    }
  }

  @Test
  void addressesAndIncidentsTakeDialectsToo() {
    write(folder, "a.csv", "Adressen\n\nid;text;lon;lat\n1;Eins;10,005;50,005\n2;Zwei;10,5;50\n");
    write(folder, "i.csv", "cat\tlon\tlat\tt\nnoise\t10.005\t50.005\t31.03.2024 8:00\n");

    CommandRun addresses = run("import addresses a.csv --id id --text text --lon lon --lat lat");
    assertThat(addresses.out()).contains("2 addresses");
    assertThat(addresses.err()).contains("from line 3", "Adressen", "a semicolon", "a comma");
    CommandRun incidents =
        run("import incidents i.csv --lon lon --lat lat --time t --category cat");
    assertThat(incidents.out()).contains("1 incidents");
    assertThat(incidents.err()).contains("a tab", "31.03.2024 8:00", "the day first");
    assertThat(run("export incidents -o -").err()).contains("--format");
    assertThat(run("export incidents -o - --format csv").out()).contains("2024-03-31T08:00");
  }

  @Test
  void numbersWithMarksBetweenThousandsAreNoPlaces() {
    write(folder, "a.csv", "id;text;lon;lat\n1;Eins;10,005;50,005\n2;Zwei;1.000,5;50\n");

    CommandRun addresses = run("import addresses a.csv --id id --text text --lon lon --lat lat");

    assertThat(addresses.status()).isEqualTo(1);
    assertThat(addresses.err()).contains("1.000,5", "marks between thousands", "--decimal");
  }

  @Test
  void exportsAreGuardedAndComeBackAsTheyWere() throws IOException {
    published("=A", "=HYPERLINK(1)");

    assertThat(run("export units -o u.csv").status()).isZero();
    String csv = Files.readString(folder.resolve("u.csv"));
    assertThat(csv).contains("'=A,").contains("'=HYPERLINK(1)").startsWith("level,code");
    assertThat(run("export units -o raw.csv --raw").status()).isZero();
    assertThat(Files.readString(folder.resolve("raw.csv"))).contains(",=A,");
    CommandRun back =
        CommandRun.of(
            folder,
            Map.of(),
            "--store other.gpkg import zones u.csv --theme t --levels grid=code --name name --effective 2024-01-01 --publish"
                .split(" "));
    assertThat(back.status()).isZero();
    assertThat(run("--store other.gpkg export units -o v.csv").status()).isZero();
    assertThat(
            Files.readString(folder.resolve("v.csv")).lines().map(line -> line.split(",", -1)[1]))
        .containsExactlyElementsOf(csv.lines().map(line -> line.split(",", -1)[1]).toList());
    assertThat(run("check u.csv --code code").status()).isZero();
  }

  @Test
  void exportsLeaveInTheEncodingThatIsAskedFor() throws IOException {
    published("A", "网格甲");

    run("export units -o gb.csv --encoding gb18030");
    run("export units -o bom.csv --bom");
    run("export units -o wide.csv --encoding utf-16le --bom");

    assertThat(Files.readString(folder.resolve("gb.csv"), GB18030)).contains("网格甲");
    assertThat(Files.readString(folder.resolve("bom.csv")))
        .startsWith("\uFEFFlevel")
        .contains("网格甲");
    assertThat(Files.readString(folder.resolve("wide.csv"), StandardCharsets.UTF_16LE))
        .startsWith("\uFEFFlevel")
        .contains("网格甲");
    assertThat(run("export units -o no.csv --encoding gb18030 --bom").err())
        .contains("no byte order mark");
    CommandRun unwritable = run("export units -o latin.csv --encoding iso-8859-1");
    assertThat(unwritable.err()).contains("cannot be written in ISO-8859-1");
    assertThat(folder.resolve("latin.csv")).doesNotExist();
  }

  @Test
  void assignedRowsKeepTheirEncodingOrTakeAnother() throws IOException {
    zones("A", "甲");
    write(folder, "p.csv", "id,lon,lat\n网,10.005,50.005\n".getBytes(GB18030));
    write(
        folder, "w.csv", "\uFEFFid,lon,lat\n网,10.005,50.005\n".getBytes(StandardCharsets.UTF_16LE));

    String command = ASSIGN.replace("-o -", "-o out.csv");
    run(command.formatted("p.csv") + " --encoding GB18030");
    assertThat(Files.readString(folder.resolve("out.csv"), GB18030)).contains("网,10.005,50.005,A");
    run(command.formatted("p.csv") + " --encoding GB18030 --output-encoding UTF-8 --bom");
    assertThat(Files.readString(folder.resolve("out.csv"))).startsWith("\uFEFFid").contains("网,");
    run(command.formatted("w.csv"));
    assertThat(Files.readString(folder.resolve("out.csv"), StandardCharsets.UTF_16LE))
        .isEqualTo("\uFEFFid,lon,lat,grid\n网,10.005,50.005,A\n");
    run(command.formatted("w.csv") + " --output-encoding GBK");
    assertThat(Files.readString(folder.resolve("out.csv"), GB18030))
        .startsWith("id,")
        .contains("网,");
  }

  @Test
  void numbersOfZonesAreReadWithTheMarkOfTheirFile() {
    String rows =
        "code;wkt;households\nA;POLYGON ((10 50, 10.01 50, 10.01 50.01, 10 50));1250,5\n"
            + "B;POLYGON ((10 50, 10.01 50.01, 10 50.01, 10 50));%s\n";
    String command = " --theme t --levels grid=code --effective 2024-01-01 --publish";
    write(folder, "a.csv", rows.formatted("7"));
    write(folder, "b.csv", rows.formatted("1.250"));

    assertThat(run("import zones b.csv" + command + " --decimal ,").err())
        .contains("b.csv, line 3", "households", "1.250");
    assertThat(run("import zones a.csv" + command).status()).isZero();
    assertThat(run("export units -o - --format csv").out()).contains("1250.5", ",7");
  }

  @Test
  void pointsInAColumnOfWellKnownTextAreRead() {
    write(
        folder,
        "a.csv",
        "id,text,wkt\n1,one,POINT (10.005 50.005)\n2,two,\"SRID=4326;POINT(10 50)\"\n");
    write(folder, "b.csv", "id,text,WKT\n1,one,POINT (10.005\n");

    assertThat(run("import addresses a.csv --id id --text text").out()).contains("2 addresses");
    assertThat(run("import addresses b.csv --id id --text text").err())
        .contains("b.csv, line 2", "not well-known text");
  }
}
