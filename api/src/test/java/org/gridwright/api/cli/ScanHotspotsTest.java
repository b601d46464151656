package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.RealData;
import org.gridwright.core.hotspot.ReferenceTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method scan} on files and on a store, against published and exact values. */
class ScanHotspotsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** Five places in a row, a thousand metres from each other; the middle one has six of ten. */
  @BeforeEach
  void makeFiles() throws IOException {
    write(
        "row.csv",
        "code,x,y,n,people",
        "A,0,0,1,10",
        "B,1000,0,1,10",
        "C,2000,0,6,10",
        "D,3000,0,1,10",
        "E,4000,0,1,10");
    write("kinds.csv", "code,x,y,sick,well", "A,0,0,0,4", "B,500,0,4,0", "C,900,0,0,4");
    write(
        "days.csv",
        "code,x,y,day",
        "A,0,0,2024-01-01",
        "A,0,0,2024-01-08",
        "B,9,0,2024-01-09",
        "B,9,0,2024-01-16",
        "B,9,0,2024-01-17",
        "B,9,0,2024-01-18",
        "A,0,0,2024-01-02");
    write("minus.csv", "code,x,y,n,people", "A,0,0,1,-1", "B,1,0,1,5");
    write("nobody.csv", "code,x,y,n,people", "A,0,0,1,0", "B,1,0,1,5");
    write("empty.csv", "code,x,y,n,people", "A,0,0,1,", "B,1,0,1,5");
    write("half.csv", "code,x,y,n,people", "A,0,0,1.5,3", "B,1,0,1,5");
    write("moved.csv", "code,x,y,day", "A,0,0,2024-01-01", "A,5,0,2024-01-02");
    write("dates.csv", "code,x,y,day", "A,0,0,2024-01-01", "B,5,0,someday");
    write("one.csv", "code,x,y,n,people", "A,0,0,1,5");
    write("none.csv", "code,x,y,n,people", "A,0,0,0,5", "B,1,0,0,5");
    write("two.csv", "code,x,y,n,people,day", "A,0,0,1,5,2024-01-01", "A,0,0,1,6,2024-01-01");
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private CommandRun scan(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method scan " + command).split(" "));
  }

  private JsonNode answered(String command) {
    CommandRun run = scan(command + " --json");
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private JsonNode planar(String command) {
    return answered(command + " --planar --lon x --lat y --code code");
  }

  @Test
  void newYorkHasTheClustersOfSaTScan() {
    Path areas = RealData.file("stats_reference/scan_newyork_areas.csv");
    JsonNode answer =
        answered(areas + " --planar --lon x --lat y --code id --value cases --at-risk population");
    ReferenceTable table = ReferenceTable.of("scan_newyork_poisson_circular_50");
    double[] printed = {.00015, .016, .248, .645, .965, .982};
    for (int i = 0; i < printed.length; i++) {
      JsonNode cluster = answer.get("clusters").get(i);
      assertThat(cluster.get("centre").asString()).isEqualTo(table.text(i, "centre"));
      List<String> members = new ArrayList<>();
      cluster.get("members").forEach(member -> members.add(member.asString()));
      assertThat(members).containsExactlyInAnyOrder(table.text(i, "members").split(" "));
      assertFigure(cluster, "count", table.number(i, "cases").orElseThrow());
      assertFigure(cluster, "population", table.number(i, "population").orElseThrow());
      assertFigure(cluster, "expected", table.number(i, "expected").orElseThrow());
      assertFigure(cluster, "relative_risk", table.number(i, "relative_risk").orElseThrow());
      assertFigure(cluster, "llr", table.number(i, "llr").orElseThrow());
      assertFigure(cluster, "radius_m", table.number(i, "radius").orElseThrow());
      double p = printed[i];
      double room = 4 * Math.sqrt(p * (1 - p) / 999) + .001;
      assertThat(cluster.get("p").asDouble()).isCloseTo(p, within(room));
      assertThat(cluster.get("p_gumbel").asDouble()).isCloseTo(p, within(.03));
    }
  }

  private static void assertFigure(JsonNode cluster, String name, double expected) {
    assertThat(cluster.get(name).asDouble())
        .as(name)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  @Test
  void aRowOfFiveHasTheLikelihoodRatioThatIsWorkedOutByHand() {
    JsonNode cluster = planar("row.csv --value n --at-risk people").get("clusters").get(0);
    assertThat(cluster.get("members").size()).isEqualTo(1);
    assertThat(cluster.get("centre").asString()).isEqualTo("C");
    assertFigure(cluster, "llr", 6 * Math.log(6 / 2.0) + 4 * Math.log(4 / 8.0));
    assertFigure(cluster, "relative_risk", 6);
    assertThat(cluster.get("radius_m").asDouble()).isZero();
  }

  @Test
  void controlsAreComparedByTheBernoulliModel() {
    JsonNode answer = planar("kinds.csv --value sick --controls well");
    assertThat(answer.get("recipe").get("model").asString()).isEqualTo("bernoulli");
    JsonNode cluster = answer.get("clusters").get(0);
    assertThat(cluster.get("centre").asString()).isEqualTo("B");
    assertFigure(cluster, "llr", -(4 * Math.log(4 / 12.0) + 8 * Math.log(8 / 12.0)));
    assertThat(cluster.get("relative_risk").isNull()).isTrue();
  }

  @Test
  void daysAloneAreScannedByTheirPermutationAndWhatIsAliveRecurs() throws IOException {
    JsonNode answer =
        planar("days.csv --time day --step weeks --alive --replicas 99 --largest-share 0.6");
    assertThat(answer.get("recipe").get("model").asString()).isEqualTo("space-time-permutation");
    assertThat(answer.get("recipe").get("steps").asInt()).isEqualTo(3);
    JsonNode cluster = answer.get("clusters").get(0);
    // B has 4 of 7 incidents, the third week 3 of 7; all three are B's
    assertThat(cluster.get("centre").asString()).isEqualTo("B");
    assertThat(cluster.get("count").asInt()).isEqualTo(3);
    assertFigure(cluster, "expected", 4 * 3 / 7.0);
    assertThat(cluster.get("from").asString()).isEqualTo("2024-01-15");
    assertThat(cluster.get("to").asString()).isEqualTo("2024-01-21");
    assertFigure(cluster, "recurrence_steps", 1 / cluster.get("p").asDouble());
  }

  @Test
  void aPopulationHoldsUntilAnotherIsTold() throws IOException {
    write(
        "years.csv",
        "code,x,y,n,people,day",
        "A,0,0,0,10,2024-01-01",
        "A,0,0,3,20,2024-01-03",
        "B,7,0,1,30,2024-01-02",
        "B,7,0,0,30,2024-01-04");
    JsonNode answer = planar("years.csv --value n --at-risk people --time day --replicas 0");
    assertThat(answer.get("population").asDouble()).isEqualTo(10 + 10 + 20 + 20 + 4 * 30);
    assertThat(answer.get("warnings").toString()).contains("overdispersion", "no-replicas");
    assertThat(answer.get("clusters").get(0).get("p").isNull()).isTrue();
  }

  @Test
  void theTableHasARowForEachPlaceAndStandardOutputTheSame() throws IOException {
    String command = "row.csv --planar --lon x --lat y --code code --value n --at-risk people -o ";
    CommandRun run = scan(command + "out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("3.819085");
    assertThat(run.err()).contains("calls that a cluster too");
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines.get(0)).startsWith("code,cases,population,cluster,centre,cluster_direction");
    assertThat(lines).hasSize(6);
    assertThat(lines.get(3)).startsWith("C,6,10,1,C,high,0,10,6,2,6,3.819");
    assertThat(scan(command + "-").out()).isEqualTo(String.join("\r\n", lines) + "\r\n");
  }

  @Test
  void itSaysTheSameInChinese() {
    CommandRun run =
        scan(
            "row.csv --planar --lon x --lat y --code code --value n --at-risk people"
                + " --explain --lang zh-CN");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("泊松模型", "聚集区", "相对风险");
    assertThat(run.err()).contains("彼此独立");
  }

  @Test
  void thePlantedConcentrationOfADemoCityIsFound() {
    CommandRun made = CommandRun.of(folder, Map.of(), "demo", "--grids", "122", "--seed", "1");
    assertThat(made.status()).as(made.err()).isZero();
    JsonNode answer =
        answered(
            "--over addresses --category noise --from 2025-05-15 --to 2025-09-16 --replicas 199"
                + " -o out.geojson");
    JsonNode cluster = answer.get("clusters").get(0);
    assertThat(cluster.get("p").asDouble()).isEqualTo(1 / 200.0);
    // noise is planted around 112.4997156 31.0029485
    CommandRun there =
        CommandRun.of(folder, Map.of(), "locate", "112.4997156", "31.0029485", "--json");
    assertThat(there.status()).as(there.err()).isZero();
    boolean found = false;
    for (JsonNode member : cluster.get("members")) {
      found |= there.out().contains('"' + member.asString() + '"');
    }
    assertThat(found).as(cluster + " holds " + there.out()).isTrue();
    JsonNode map = JSON.readTree(folder.resolve("out.geojson").toFile());
    assertThat(map.get("features").size()).isEqualTo(122);
    assertThat(map.get("clusters").get(0).get("centre")).isEqualTo(cluster.get("centre"));
    JsonNode months = answered("--over addresses --step months --category noise --replicas 49");
    assertThat(months.get("clusters").get(0).get("from").asString()).isLessThan("2025-06-02");
    assertThat(months.get("clusters").get(0).get("to").asString()).isGreaterThan("2025-08-30");
    assertThat(scan("--category nothing --over addresses").err()).contains("no incident");
    assertThat(scan("").err()).contains("--over addresses");
    assertThat(scan("--over households").err()).contains("nobody at risk and were left out");
    assertThat(scan("--over nonsense").err()).contains("nonsense");
    assertThat(scan("--step days:1 --from 2025-05-15 --to 2025-05-01").err())
        .contains("end before they begin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | row.csv --code code --value n | --at-risk
          2 | row.csv --value n --at-risk people | --code
          2 | row.csv --code code --at-risk people | --value
          2 | row.csv --code code --value n --at-risk people --controls n | leave out --at-risk or
          2 | row.csv --code code --value n --at-risk people --alive | about time
          2 | row.csv --code code --value n --at-risk people --weights queen | says nothing about scan
          2 | row.csv --code code --value n --at-risk people --planar -o o.png | .csv or .geojson
          2 | --controls well | name a FILE
          1 | row.csv --code code --value n --at-risk people | nothing says where "A" lies
          1 | row.csv --code code --value n --at-risk people --lon x --lat y --planar --replicas 100000 | from 0 to 99999
          1 | row.csv --code code --value n --at-risk people --lon x --lat y --planar --largest-share 0 | above 0 and at most 1
          1 | row.csv --code code --value n --at-risk people --lon x --lat y --planar --largest-metres -1 | from 0 on
          1 | row.csv --code code --value n --at-risk people --lon x --lat y --planar --least-cases 0 | at least 1
          1 | days.csv --code code --time day --lon x --lat y --planar --longest-steps 0 | at least 1 step
          1 | days.csv --code code --time day --lon x --lat y --planar --step years | write days, days:N
          1 | days.csv --code code --time day --lon x --lat y --planar --step months | only one
          1 | dates.csv --code code --time day --lon x --lat y --planar | someday
          1 | moved.csv --code code --time day --lon x --lat y --planar | lies elsewhere
          1 | two.csv --code code --value n --at-risk people --time day --lon x --lat y --planar | two populations
          1 | two.csv --code code --value n --at-risk people --lon x --lat y --planar | occurs twice
          1 | minus.csv --code code --value n --at-risk people --lon x --lat y --planar | at least 0
          1 | empty.csv --code code --value n --at-risk people --lon x --lat y --planar | is empty
          1 | half.csv --code code --value n --at-risk people --lon x --lat y --planar | whole number
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = scan(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }

  @ParameterizedTest
  @CsvSource({"one.csv, one-place, one place only", "none.csv, no-cases, no cases"})
  void nothingToScanIsAnAnswerWithAReason(String file, String reason, String says) {
    JsonNode answer = planar(file + " --value n --at-risk people");
    assertThat(answer.get("notDefined").asString()).isEqualTo(reason);
    assertThat(answer.get("clusters").size()).isZero();
    CommandRun run =
        scan(file + " --planar --lon x --lat y --code code --value n --at-risk people");
    assertThat(run.err()).contains(says);
  }

  /** One place without anybody must not refuse a city of others. */
  @Test
  void aPlaceWithNobodyAtRiskIsLeftOutAndNamed() {
    CommandRun run =
        scan("nobody.csv --planar --lon x --lat y --code code --value n --at-risk people");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).contains("were left out: A");
    JsonNode answer = planar("nobody.csv --value n --at-risk people");
    assertThat(answer.get("cases").asInt()).isEqualTo(1);
    assertThat(answer.get("population").asDouble()).isEqualTo(5);
    assertThat(answer.get("warnings").toString()).contains("left-out");
  }
}
