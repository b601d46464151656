package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.api.cli.SmallDisk;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.RealData;
import org.gridwright.core.work.Progress;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.store.IncidentStore.Query;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Areas that are brought in over HTTP, from an empty store on. */
class UploadedZonesTest extends UploadCalls {

  @Test
  void zonesBecomeADraftThatIsThereAtOnce() {
    String upload = kept("squares.geojson", SQUARES);
    JsonNode look = client.get(upload).json();
    assertThat(look.get("zones").get("theme").asString()).isEqualTo("squares");
    assertThat(look.get("zones").get("levels").get(0).get("level").asString())
        .isEqualTo("district");

    JsonNode result = imported(upload, "{" + ZONES + "}}");
    long draft = result.get("plan").asLong();
    assertThat(result.get("published").asBoolean()).isFalse();
    assertThat(result.get("units").get("grid").asInt()).isEqualTo(2);
    JsonNode made = client.get("/api/v1/drafts/" + draft).json();
    assertThat(made.get("name").asString()).isEqualTo("squares");
    assertThat(made.get("theme").asString()).isEqualTo("squares");
    JsonNode findings = client.get("/api/v1/drafts/" + draft + "/findings").json();
    assertThat(findings.get("blocking").asInt()).isPositive();
  }

  @Test
  void whatBlocksPublishingIsToldAndNothingStored() {
    String upload = kept("squares.geojson", SQUARES);
    String publish = ",'publish':{'effective':'2025-01-01'}}}";
    client.json("POST", upload + "/import", "{" + ZONES + publish);
    JsonNode failed = over(upload);

    assertThat(failed.get("state").asString()).isEqualTo("failed");
    assertThat(failed.get("problem").get("blocking").asInt()).isPositive();
    assertThat(store.themes().all()).isEmpty();

    String accepted = ",'publish':{'effective':'2025-01-01','accept':'as surveyed'}}}";
    JsonNode result = imported(upload, "{" + ZONES + accepted);
    assertThat(result.get("published").asBoolean()).isTrue();
    assertThat(client.get("/api/v1/themes").json().get("themes").get(0).get("plan").isNull())
        .isFalse();
  }

  @Test
  void anImportIsTheOneOfTheCommandLine() throws IOException {
    Path beats = RealData.file("chicago/beats.geojson.gz");
    String upload = kept("beats.geojson.gz", Files.readAllBytes(beats));
    String levels =
        "[{'level':'district','fields':['district']},{'level':'sector','fields':['district',"
            + "'sector']},{'level':'beat','fields':['beat']}]";
    JsonNode result =
        imported(
            upload,
            "{'zones':{'theme':'beats','levels':"
                + levels
                + ",'publish':{'effective':'2016-01-01'}}}");
    try (Store other = GeoPackageStores.open(folder.resolve("other.gpkg"))) {
      new ZoneImport(other)
          .run(
              ZoneOptions.of(
                      beats,
                      "beats",
                      LevelFields.parse("district=district,sector=district+sector,beat=beat"))
                  .published(LocalDate.of(2016, 1, 1), null),
              Progress.NONE);
      assertThat(store.plans().load(result.get("plan").asLong()).units(2))
          .isEqualTo(other.plans().load(1).units(2));
    }
    assertThat(result.get("notes").toString()).contains("beat 3100: 3 features read as one unit");

    Path crimes = RealData.file("chicago/crimes_2017_2019_25k.csv.gz");
    String table = kept("crimes.csv.gz", Files.readAllBytes(crimes));
    JsonNode stored =
        imported(
            table,
            "{'incidents':{'id':'id','lon':'longitude','lat':'latitude','time':['date'],"
                + "'category':'primary_type','theme':'beats','reportedZone':'beat','level':'beat',"
                + "'skipBad':true}}");
    assertThat(stored.get("stored").asLong()).isEqualTo(store.incidents().count(Query.ALL));
    assertThat(stored.get("stored").asLong()).isGreaterThan(24_000);
  }

  @Test
  void mendingIsTheOneOfTheCommandLine() throws IOException {
    Path file = RealData.file("defects/new_haven.geojson.gz");
    String upload = kept("new_haven.geojson.gz", Files.readAllBytes(file));
    String repair = "{'snapMetres':1,'gapWidthMetres':30,'inletMetres':2,'gaps':'largest'}";
    String levels = "'levels':[{'level':'grid','fields':['name']}]";
    JsonNode result =
        imported(upload, "{'zones':{'theme':'new-haven'," + levels + ",'repair':" + repair + "}}");
    JsonNode said =
        commandLine(
            "--levels grid=name --repair --snap 1 --gap-width 30 --inlets 2 --gaps largest", file);

    JsonNode mending = result.get("mending");
    JsonNode expected = said.get("mending");
    assertThat(mending.get("findingsBefore")).isEqualTo(expected.get("findingsBefore"));
    assertThat(mending.get("findingsAfter")).isEqualTo(expected.get("findingsAfter"));
    assertThat(mending.get("blocking").asInt()).isEqualTo(expected.get("blocking").asInt());
    assertThat(mending.get("moved").asInt()).isEqualTo(expected.get("moved").size()).isPositive();
    int given = 0;
    for (JsonNode ground : expected.get("ground")) {
      given += ground.get("receiver").isNull() ? 0 : 1;
    }
    assertThat(mending.get("given").asInt()).isEqualTo(given).isPositive();
    assertThat(mending.get("left").asInt()).isEqualTo(expected.get("ground").size() - given);
    assertThat(mending.get("closedSquareMetres").asDouble())
        .isCloseTo(expected.get("closedSquareMetres").asDouble(), within(0.05));
    try (Store other = GeoPackageStores.open(folder.resolve("said.gpkg"))) {
      assertThat(store.plans().load(result.get("plan").asLong()).units(0))
          .isEqualTo(other.plans().load(1).units(0));
    }
  }

  @Test
  void whatNumbersCountForIsProposedAndCanBeSaid() throws IOException {
    String file =
        SQUARES
            .replace("\"code\":\"A\"", "\"code\":\"A\",\"households\":408,\"rate\":0.25")
            .replace("\"code\":\"B\"", "\"code\":\"B\",\"households\":337,\"rate\":1.5");
    Path here = Files.writeString(folder.resolve("squares.geojson"), file);
    String upload = kept("squares.geojson", file);
    JsonNode proposed = client.get(upload).json().get("zones").get("facts");
    assertThat(proposed).hasSize(2);
    assertThat(proposed.get(0).get("attribute").asString()).isEqualTo("households");
    assertThat(proposed.get(0).get("kind").asString()).isEqualTo("extensive");
    assertThat(proposed.get(1).get("attribute").asString()).isEqualTo("rate");
    assertThat(proposed.get(1).get("kind").asString()).isEqualTo("label");
    assertThat(proposed.get(1).get("numbers").asInt()).isEqualTo(2);

    String facts =
        ",'facts':[{'attribute':'rate','kind':'intensive','weight':'households'},"
            + "{'attribute':'households','kind':'extensive'}]}}";
    JsonNode said =
        commandLine(
            "--levels district=district,grid=code --fact rate=intensive:households"
                + " --fact households=extensive",
            here);
    assertThat(imported(upload, "{" + ZONES + facts).get("facts")).isEqualTo(said.get("facts"));

    String absent = ",'facts':[{'attribute':'jobs','kind':'extensive'}]}}";
    client.json("POST", upload + "/import", "{" + ZONES + absent);
    assertThat(over(upload).get("problem").get("detail").asString()).contains("jobs");
    String none = ",'facts':[{'attribute':'rate','kind':'sum'}]}}";
    assertThat(client.json("POST", upload + "/import", "{" + ZONES + none).status()).isEqualTo(400);
  }

  @Test
  void aJurisdictionIsWhatAThemeMustCover() {
    String upload = kept("squares.geojson", SQUARES);
    JsonNode draft = imported(upload, "{" + ZONES + "}}");
    String large = SQUARES.replace("10.02", "10.05");
    String wider = kept("wider.geojson", large);
    assertThat(client.get(wider).json().get("uses").toString()).contains("jurisdiction");
    JsonNode result = imported(wider, "{'jurisdiction':{'theme':'squares'}}");
    assertThat(result.get("use").asString()).isEqualTo("jurisdiction");
    assertThat(result.get("stored").asInt()).isEqualTo(1);
    String findings = "/api/v1/drafts/" + draft.get("plan").asLong() + "/findings";
    assertThat(client.get(findings).body()).contains("jurisdiction");
  }

  @Test
  void aFullDiskIsToldInASentenceAndNothingIsLeft() throws Exception {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), "1m")) {
      server.close();
      String usual = System.setProperty("java.io.tmpdir", disk.folder().toString());
      try {
        serveNothing();
      } finally {
        System.setProperty("java.io.tmpdir", usual);
      }
      Answer full = upload("large.csv", new byte[3 << 20]);
      assertThat(full.status()).as(full.body()).isEqualTo(503);
      assertThat(full.json().get("code").asString()).isEqualTo("server-full");
      assertThat(full.json().get("detail").asString()).contains("no room");
      try (Stream<Path> left = Files.walk(disk.folder())) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
      assertThat(client.get(kept("small.csv", "id,name\n1,a\n")).status()).isEqualTo(200);
      server.close();
    }
  }

  /** What the command line says of an import of zones into a store of its own, as JSON. */
  private JsonNode commandLine(String options, Path file) {
    List<String> words =
        new ArrayList<>(
            List.of("import", "zones", file.toString(), "--theme", "said", "--json", "--store"));
    words.add(folder.resolve("said.gpkg").toString());
    words.addAll(List.of(options.split(" ")));
    CommandRun run = CommandRun.of(folder, Map.of(), words.toArray(String[]::new));
    assertThat(run.status()).as(run.err()).isZero();
    return Json.MAPPER.readTree(run.out());
  }
}
