package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridwright.api.app.Server;
import org.gridwright.api.app.ServerConfig;
import org.gridwright.api.cli.CommandRun;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.core.Pause;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.demo.DemoCity;
import org.gridwright.data.demo.DemoLoader;
import org.gridwright.data.demo.DemoOptions;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/**
 * Which units stand out, of a demo city of 122 grids. The oracle counts with JTS, takes for
 * neighbours whose shapes touch by JTS, and has the formulas of Ord and Getis (1995) and of
 * Benjamini and Hochberg (1995) as the papers print them.
 */
class HotspotsTest {

  private static final DemoCity CITY = DemoCity.generate(DemoOptions.of(122, 1));

  @TempDir static Path folder;

  private static Store store;
  private static Server server;
  private static Client client;

  @BeforeAll
  static void serve() {
    store = GeoPackageStores.open(folder.resolve("demo.gpkg"));
    DemoLoader.load(CITY, store, Progress.NONE);
    server = Server.start(store, ServerConfig.of("127.0.0.1", 0, Map.of()));
    client = new Client(server.port());
    while (client.get("/health").status() != 200) {
      Pause.aMoment();
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Answer ask(String question) {
    return client.json("POST", "/api/v1/hotspots", question);
  }

  @Test
  void whatIsToldOfEachGridIsWhatTheFormulasSay() {
    JsonNode told = ask("{'method':'gistar'}").json();
    double[] x = counts();
    List<int[]> around = aroundEach();
    double[] p = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      JsonNode place = told.get("places").get(i);
      double z = giStar(x, around.get(i));
      p[i] = 2 * upper(Math.abs(z));
      assertThat(place.get("count").asLong()).isEqualTo((long) x[i]);
      assertThat(place.get("neighbours").asInt()).isEqualTo(around.get(i).length - 1);
      assertThat(place.get("z").asDouble()).isCloseTo(z, within(1e-9));
      assertThat(place.get("p").asDouble()).isCloseTo(p[i], within(1e-9));
    }
    double[] adjusted = benjaminiHochberg(p);
    for (int i = 0; i < x.length; i++) {
      JsonNode place = told.get("places").get(i);
      assertThat(place.get("pAdjusted").asDouble()).isCloseTo(adjusted[i], within(1e-8));
      String kind = place.get("z").asDouble() > 0 ? "hot" : "cold";
      assertThat(place.get("class").asString()).isEqualTo(classOf(kind, adjusted[i]));
    }
    assertThat(told.get("total").asLong())
        .isEqualTo((long) Arrays.stream(x).sum() + told.get("outside").asLong());
  }

  @Test
  void theSameQuestionIsTheSameAnswerInEveryFormat() {
    Answer first = ask("{'over':'addresses','value':'rate'}");
    Answer second = ask("{'value':'rate','over':'addresses','level':'grid','draws':999}");
    assertThat(second.body()).isEqualTo(first.body());
    String path = first.header("Location");
    assertThat(client.get(path).body()).isEqualTo(first.body());
    List<String> rows = client.get(path + "?format=csv").body().lines().toList();
    assertThat(rows).hasSize(123);
    assertThat(rows.get(0))
        .isEqualTo(
            "code,name,count,at_risk,expected,value,statistic,expectation,variance,z,p,p_bh,class,"
                + "neighbours,note");
    JsonNode map = client.get(path + "?format=geojson").json();
    for (int i = 0; i < 122; i++) {
      JsonNode place = first.json().get("places").get(i);
      JsonNode properties = map.get("features").get(i).get("properties");
      assertThat(properties.get("z")).isEqualTo(place.get("z"));
      assertThat(rows.get(i + 1)).startsWith(place.get("code").asString() + ",");
    }
    assertThat(ask(first.json().get("request").toString()).status()).isEqualTo(200);
  }

  /** Communities, by methods and neighbours of each kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'method':'moran','level':'community'}",
        "{'method':'geary','style':'W'}",
        "{'method':'gi','neighbours':'band','metres':800}",
        "{'method':'gistar','neighbours':'nearest','nearest':6,'chance':'skewed'}",
        "{'method':'moran','chance':'permutation','draws':99,'seed':7}",
        "{'over':'area','value':'smoothed','adjust':'by'}",
        "{'over':'households','value':'standardised','neighbours':'rook'}"
      })
  void everyPlaceHasAClassAndWhatHasNoChanceSaysWhy(String question) {
    Answer answer = ask(question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    for (JsonNode place : answer.json().get("places")) {
      boolean tested = !place.get("p").isNull();
      assertThat(place.get("note").isNull()).isEqualTo(tested);
      assertThat(place.get("class").asString().equals("not-defined")).isEqualTo(!tested);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'from':'2024-05-01','to':'2024-05-01'}|400|to",
        "{'method':'hottest'}|400|method",
        "{'neighbours':'band'}|400|metres",
        "{'neighbours':'band','metres':1e9}|400|metres",
        "{'colour':'red'}|400|colour",
        "{'level':'planet'}|404|",
        "{'theme':'bins'}|404|",
        "{'value':'rate'}|422|",
        "{'over':'happiness','value':'rate'}|422|",
        "{'category':'never-was'}|422|",
        "{'from':'2199-01-01'}|422|",
        "{'neighbours':'nearest','nearest':122}|422|",
        "{'chance':'permutation','draws':0}|422|",
        "{'chance':'permutation','draws':1000000000}|422|",
        "{'method':'gi','moments':'total'}|422|"
      })
  void whatMakesNoSenseIsOneSentence(String question, int status, String parameter) {
    Answer answer = ask(question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.json().get("detail").asString()).isNotBlank();
    if (parameter != null) {
      assertThat(answer.body()).contains("\"" + parameter + "\"");
    }
  }

  /** Byte for byte in CSV; a GeoPackage has as many rows. */
  @Test
  void theCommandLineWritesTheSame() throws Exception {
    Answer asked =
        ask(
            "{'level':'community','from':'2024-02-01','to':'2024-09-01','over':'addresses',"
                + "'value':'smoothed','neighbours':'nearest','nearest':4}");
    assertThat(asked.status()).as(asked.body()).isEqualTo(200);
    String told = client.get(asked.header("Location") + "?format=csv").body();
    String options =
        "--store demo.gpkg --level community --from 2024-02-01 --to 2024-08-31 --over addresses"
            + " --on eb --weights knn:4";
    CommandRun csv = gridwright("hotspots " + options + " -o out.csv --json");
    assertThat(csv.status()).as(csv.err()).isZero();
    assertThat(folder.resolve("out.csv")).hasContent(told);
    assertThat(Json.MAPPER.readTree(csv.out()).get("classes"))
        .isEqualTo(asked.json().get("classes"));
    assertThat(gridwright("hotspots " + options + " -o out.gpkg").status()).isZero();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("out.gpkg"));
        ResultSet rows = file.createStatement().executeQuery("select count(*) from hotspots")) {
      assertThat(rows.getLong(1)).isEqualTo(told.lines().count() - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hotspots demo.gpkg --level grid",
        "hotspots --store demo.gpkg --code code",
        "hotspots --store demo.gpkg --weights gaussian:500",
        "hotspots --store demo.gpkg --over addresses --on eb-local",
        "hotspots --store demo.gpkg -o out.xlsx"
      })
  void theCommandLineSaysWhatDoesNotGoTogether(String command) {
    CommandRun run = gridwright(command);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isNotBlank();
  }

  private static CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" ", -1));
  }

  @Test
  void anAnswerThatIsNotKeptIsNotFound() {
    assertThat(client.get("/api/v1/hotspots/0123").status()).isEqualTo(404);
  }

  private static double[] counts() {
    Plan plan = CITY.plan();
    JtsLocator locator = JtsLocator.of(plan);
    double[] counts = new double[plan.grids().size()];
    try (var incidents = store.incidents().stream(IncidentStore.Query.ALL)) {
      incidents.forEach(
          it -> {
            int owner = locator.owner(it.place().x(), it.place().y());
            if (owner > 0) {
              counts[owner - 1]++;
            }
          });
    }
    return counts;
  }

  /** Each grid with those that it touches. */
  private static List<int[]> aroundEach() {
    List<Geometry> shapes =
        CITY.plan().grids().stream()
            .map(it -> (Geometry) LatticeJts.toSteps(it.drawnArea()))
            .toList();
    List<int[]> around = new ArrayList<>();
    for (Geometry shape : shapes) {
      around.add(
          IntStream.range(0, shapes.size()).filter(i -> shape.intersects(shapes.get(i))).toArray());
    }
    return around;
  }

  private static double giStar(double[] x, int[] around) {
    int n = x.length;
    double mean = Arrays.stream(x).sum() / n;
    double s = Math.sqrt(Arrays.stream(x).map(each -> each * each).sum() / n - mean * mean);
    double w = around.length;
    double sum = Arrays.stream(around).mapToDouble(i -> x[i]).sum();
    return (sum - w * mean) / (s * Math.sqrt((n * w - w * w) / (n - 1)));
  }

  /** The upper tail of the normal distribution, by Simpson's rule over 40 standard deviations. */
  private static double upper(double z) {
    int steps = 200_000;
    double width = 40.0 / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = z + i * width;
      int times = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += times * Math.exp(-t * t / 2);
    }
    return sum * width / 3 / Math.sqrt(2 * Math.PI);
  }

  private static double[] benjaminiHochberg(double[] p) {
    double[] adjusted = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      adjusted[i] = 1;
      for (double each : p) {
        if (each >= p[i]) {
          double atMost = Arrays.stream(p).filter(other -> other <= each).count();
          adjusted[i] = Math.min(adjusted[i], each * p.length / atMost);
        }
      }
    }
    return adjusted;
  }

  private static String classOf(String kind, double p) {
    return p <= 0.01
        ? kind + "-99"
        : p <= 0.05 ? kind + "-95" : p <= 0.1 ? kind + "-90" : "not-significant";
  }
}
