package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files that are brought in over HTTP, from an empty store on. */
class UploadsTest {

  private static final String SQUARES =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"code":"A","district":"N"},"geometry":{"type":"Polygon",
       "coordinates":[[[10,50],[10.01,50],[10.01,50.01],[10,50.01],[10,50]]]}},
      {"type":"Feature","properties":{"code":"B","district":"N"},"geometry":{"type":"Polygon",
       "coordinates":[[[10.005,50],[10.02,50],[10.02,50.01],[10.005,50.01],[10.005,50]]]}}]}
      """;

  private static final String ZONES =
      "'zones':{'theme':'squares','title':'Squares','levels':["
          + "{'level':'district','fields':['district']},{'level':'grid','fields':['code']}]";

  @TempDir Path folder;
  private Store store;
  private Server server;
  private Client client;

  @BeforeEach
  void serveNothing() {
    store = GeoPackageStores.open(folder.resolve("new.gpkg"));
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void close() {
    server.close();
    store.close();
  }

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

  @Test
  void aFileThatCanNotBeReadIsRefusedWithItsSentence() {
    String zip = kept("beats.zip", "PK\3\4 something");
    assertThat(client.get(zip).json().get("detail").asString()).contains("beats.zip", "zip");
    assertThat(client.get(zip + "/preview").status()).isEqualTo(422);

    String table = kept("broken.csv", "id,name,lon,lat\n1,one,10,50\n2,two\n");
    assertThat(client.get(table).json().get("detail").asString()).contains("line 3");
    client.json("POST", table + "/import", "{'addresses':{'id':'id','text':['name']}}");
    assertThat(over(table).get("problem").get("detail").asString()).contains("broken.csv, line 3");
    assertThat(store.addresses().count()).isZero();
  }

  @Test
  void encodingsAreProposedAndCanBeSaid() {
    String upload =
        kept("地址.csv", "编号,地址,经度,纬度\n1,建设路12号,114.3,30.6\n".getBytes(Charset.forName("GB18030")));
    JsonNode look = client.get(upload).json();
    assertThat(look.get("encoding").asString()).isEqualTo("GB18030");
    assertThat(look.get("points").get("lon").asString()).isEqualTo("经度");
    assertThat(look.get("uses").get(0).asString()).isEqualTo("addresses");
    assertThat(look.get("datumAsked").asBoolean()).isTrue();
    imported(
        upload,
        "{'reading':{'datum':'gcj02'},'addresses':{'id':'编号','text':['地址'],'lon':'经度','lat':'纬度'}}");
    assertThat(store.addresses().count()).isEqualTo(1);
    assertThat(client.get(upload + "?encoding=none").status()).isEqualTo(400);
    assertThat(client.get(upload + "?datum=none").status()).isEqualTo(400);
  }

  /** Every row can be read with a comma or with a semicolon between its fields. */
  private static final String OF_TWO_MINDS =
      "Fire stations\nid;x,street;lon,no;lat\n1;a,Mill Road;10.5,7;50.5\n";

  @Test
  void howACsvIsWrittenIsFoundOrSaid() {
    String found =
        kept("stations.csv", "Fire stations\nid;street;lon;lat\n1;Mill Road;10,5;50,5\n");
    JsonNode dialect = client.get(found).json().get("dialect");
    assertThat(dialect.get("separator").asString()).isEqualTo("semicolon");
    assertThat(dialect.get("decimal").asString()).isEqualTo(",");
    assertThat(dialect.get("headerLine").asInt()).isEqualTo(2);
    assertThat(dialect.get("leftOut").get(0).asString()).isEqualTo("Fire stations");

    String doubtful = kept("stations.csv", OF_TWO_MINDS);
    assertThat(client.get(doubtful).status()).isEqualTo(422);
    JsonNode said = client.get(doubtful + "?separator=semicolon").json();
    assertThat(said.get("fields").get(1).get("name").asString()).isEqualTo("x,street");
    assertThat(client.get(doubtful + "?separator=x").status()).isEqualTo(400);
    assertThat(client.get(doubtful + "?headerLine=0").status()).isEqualTo(400);
    String reading = "{'reading':{'separator':'semicolon','headerLine':2},";
    imported(
        doubtful, reading + "'addresses':{'id':'id','text':['x,street'],'lon':'lat','lat':'lat'}}");
    assertThat(store.addresses().count()).isEqualTo(1);
  }

  @Test
  void areasThatCanNotBeUsedAreLeftOutWhenThatIsSaid() {
    String broken = SQUARES.replace("[[[10.005,50],[10.02,50]", "[[[10.005,50],[1002,50]");
    String upload = kept("squares.geojson", broken);
    client.json("POST", upload + "/import", "{" + ZONES + "}}");
    assertThat(over(upload).get("state").asString()).isEqualTo("failed");
    JsonNode result = imported(upload, "{'reading':{'skipBad':true}," + ZONES + "}}");
    assertThat(result.get("units").get("grid").asInt()).isEqualTo(1);
    assertThat(result.get("notes").toString()).contains("left out");
  }

  @Test
  void whatIsToBeImportedIsSaidOnce() {
    String upload = kept("squares.geojson", SQUARES);
    for (String body :
        new String[] {
          "{}",
          "{'zones':{},'officers':{}}",
          "{'zones':{'theme':'squares'}}",
          "{'zones':{'theme':'Not An Id','levels':[{'level':'grid','fields':['code']}]}}",
          "{'addresses':{'id':'a','text':['b'],'lon':'x'}}",
          "{'incidents':{'time':['t'],'category':'c','timeZone':'Mars/Olympus'}}",
          "{'reading':{'color':'red'},'addresses':{'id':'a','text':['b']}}"
        }) {
      Answer answer = client.json("POST", upload + "/import", body);
      assertThat(answer.status()).as(body + answer.body()).isEqualTo(400);
    }
    assertThat(client.get(upload + "/import").status()).isEqualTo(404);
    assertThat(client.json("POST", upload + "/import", "{'officers':{'theme':'x'}}").status())
        .isEqualTo(404);
  }

  @Test
  void aCancelledImportStoresNothing() throws IOException {
    StringBuilder many = new StringBuilder("id,text,lon,lat\n");
    for (int i = 0; i < 400_000; i++) {
      many.append(i).append(",Main Street ").append(i).append(",10.5,50.5\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(many.toString().getBytes(StandardCharsets.UTF_8));
    }
    String upload = kept("many.csv.gz", packed.toByteArray());
    String body = "{'addresses':{'id':'id','text':['text'],'lon':'lon','lat':'lat'}}";
    assertThat(client.json("POST", upload + "/import", body).status()).isEqualTo(202);
    assertThat(client.json("POST", upload + "/import", body).status()).isEqualTo(409);
    while (client.get(upload + "/import").json().get("share").asDouble() == 0) {
      Thread.onSpinWait();
    }
    assertThat(client.method("DELETE", upload + "/import").status()).isEqualTo(204);
    assertThat(over(upload).get("state").asString()).isEqualTo("cancelled");
    assertThat(store.addresses().count()).isZero();
    assertThat(client.method("DELETE", upload).status()).isEqualTo(204);
    assertThat(client.get(upload).status()).isEqualTo(404);
  }

  @Test
  void namesThatAreNoFileNamesDoNoHarm() {
    for (String name : new String[] {"..", "../../x.csv", "C:\\temp\\x.csv", "a\tb?.csv"}) {
      Answer answer =
          upload(
              URLEncoder.encode(name, StandardCharsets.UTF_8),
              "id,name\n1,a\n".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.status()).as(answer.body()).isEqualTo(201);
      assertThat(answer.json().get("name").asString()).doesNotContain("/", "\\", "\t", "..");
    }
  }

  private JsonNode imported(String upload, String body) {
    Answer begun = client.json("POST", upload + "/import", body);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    JsonNode over = over(upload);
    assertThat(over.get("state").asString()).as(over.toString()).isEqualTo("done");
    return over.get("result");
  }

  private JsonNode over(String upload) {
    while (true) {
      JsonNode answer = client.get(upload + "/import").json();
      if (!answer.get("state").asString().matches("waiting|running")) {
        return answer;
      }
      Thread.onSpinWait();
    }
  }

  private String kept(String name, String content) {
    return kept(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private String kept(String name, byte[] content) {
    Answer answer = upload(URLEncoder.encode(name, StandardCharsets.UTF_8), content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.header("Location");
  }

  private Answer upload(String name, byte[] content) {
    return client.post("/api/v1/uploads?name=" + name, "application/octet-stream", content);
  }
}
