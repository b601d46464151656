package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridwright.api.http.Client.Answer;
import org.gridwright.data.demo.life.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Methods that are answered as jobs, of a demo city of 122 grids. The oracles are the counts of the
 * API, from which figures are worked out anew, and the command line.
 */
class HotspotMethodsTest extends HotspotRuns {

  /** Kulldorff (1997) as the paper has it, of each cluster, by counts and areas of the API. */
  @Test
  void whatAScanTellsOfAClusterFollowsFromCountsAndWhatIsAtRisk() {
    JsonNode answer = done("{'method':'scan','over':'area','replicas':99}").get("answer");
    Map<String, Long> counts = counts("");
    Map<String, Double> areas = new HashMap<>();
    answer
        .get("rows")
        .forEach(it -> areas.put(it.get("code").asString(), it.get("population").asDouble()));
    double all = counts.values().stream().mapToLong(it -> it).sum();
    double ground = areas.values().stream().mapToDouble(it -> it).sum();
    assertThat(answer.get("summary").get("cases").asDouble()).isEqualTo(all);
    assertThat(answer.get("clusters")).isNotEmpty();
    Set<String> taken = new HashSet<>();
    for (JsonNode cluster : answer.get("clusters")) {
      double inside = 0;
      double share = 0;
      for (JsonNode member : cluster.get("members")) {
        assertThat(taken.add(member.asString())).isTrue();
        inside += known(counts, member);
        share += known(areas, member) / ground;
      }
      double expected = all * share;
      double ratio =
          inside * Math.log(inside / expected)
              + (all - inside) * Math.log((all - inside) / (all - expected));
      assertThat(cluster.get("count").asDouble()).isEqualTo(inside);
      assertThat(cluster.get("expected").asDouble()).isCloseTo(expected, within(1e-6));
      assertThat(cluster.get("llr").asDouble()).isCloseTo(ratio, within(1e-6));
      assertThat(cluster.get("relative_risk").asDouble())
          .isCloseTo((inside / expected) / ((all - inside) / (all - expected)), within(1e-6));
      double rank = cluster.get("p").asDouble() * 100;
      assertThat(rank).isCloseTo(Math.rint(rank), within(1e-9)).isBetween(1.0, 100.0);
    }
  }

  /** By the counts of both periods; p adds up the probabilities of a fair coin one by one. */
  @Test
  void whatChangedFollowsFromTheCountsOfBothPeriods() {
    JsonNode run =
        done(
            "{'method':'change','from':'2024-07-01','to':'2024-07-31','beforeFrom':'2024-06-01',"
                + "'beforeTo':'2024-07-01'}");
    Map<String, Long> before = counts("&from=2024-06-01&to=2024-07-01");
    Map<String, Long> after = counts("&from=2024-07-01&to=2024-07-31");
    for (JsonNode row : run.get("answer").get("rows")) {
      long first = known(before, row.get("code"));
      long second = known(after, row.get("code"));
      assertThat(row.get("before").asLong()).isEqualTo(first);
      assertThat(row.get("after").asLong()).isEqualTo(second);
      assertThat(row.get("exposure_before").asDouble()).isEqualTo(30);
      if (first > 0) {
        assertThat(row.get("ratio").asDouble()).isCloseTo(1.0 * second / first, within(1e-12));
      }
      if (first + second > 0) {
        assertThat(row.get("p").asDouble()).isCloseTo(coin(first, second), within(1e-9));
      }
    }
  }

  /** Of all divisions of n by a fair coin, those that are no more probable. */
  private static double coin(long first, long second) {
    int n = (int) (first + second);
    double[] chances = new double[n + 1];
    double chance = Math.pow(0.5, n);
    for (int k = 0; k <= n; k++) {
      chances[k] = chance;
      chance = chance * (n - k) / (k + 1);
    }
    double p = 0;
    for (double each : chances) {
      p += each <= chances[(int) second] * (1 + 1e-9) ? each : 0;
    }
    return Math.min(1, p);
  }

  /** What was planted in time is hot at its end where it was planted, and the city is not. */
  @Test
  void concentrationsPlantedInTimeEmergeWhereTheyWerePlanted() {
    assertThat(CITY.planted()).isNotEmpty();
    for (Planted planted : CITY.planted()) {
      JsonNode answer =
          done("{'method':'emerging','step':'days:28','category':'"
                  + planted.category()
                  + "','from':'"
                  + planted.from().minusDays(8 * 28)
                  + "','to':'"
                  + planted.to()
                  + "'}")
              .get("answer");
      String place = "lon=" + planted.centre().lon() + "&lat=" + planted.centre().lat();
      String there =
          client.get("/api/v1/locate?" + place).json().get("grid").get("code").asString();
      int hot = 0;
      String found = "";
      for (JsonNode row : answer.get("rows")) {
        boolean isHot = row.get("class").asString().endsWith(" hot");
        hot += isHot ? 1 : 0;
        found = row.get("code").asString().equals(there) ? row.get("class").asString() : found;
      }
      assertThat(found).as(planted + " " + answer.get("classes")).endsWith(" hot");
      assertThat(hot).as(planted + " " + answer.get("classes")).isLessThan(122 / 3);
    }
  }

  /** Byte for byte, of the same question. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'method':'scan','over':'addresses','replicas':19,'level':'community','seed':3}"
            + "|--method scan --over addresses --replicas 19 --level community --seed 3",
        "{'method':'scan','step':'months','replicas':9}"
            + "|--method scan --step months --replicas 9",
        "{'method':'emerging','step':'months','from':'2024-01-01','to':'2024-12-01'}"
            + "|--method emerging --step months --from 2024-01-01 --to 2024-11-30 --level grid",
        "{'method':'change','from':'2024-10-01','to':'2024-11-01','beforeFrom':'2024-09-01',"
            + "'beforeTo':'2024-10-01','level':'community'}"
            + "|--method change --from 2024-10-01 --to 2024-10-31 --before-from 2024-09-01"
            + " --before-to 2024-09-30 --level community",
        "{'method':'repeat','by':'units','level':'grid'}|--method repeat --level grid",
        "{'method':'repeat','least':1}|--method repeat --least 1",
        "{'method':'near-repeat','from':'2024-03-01','to':'2024-04-01','replicas':19,'seed':2}"
            + "|--method near-repeat --from 2024-03-01 --to 2024-03-31 --permutations 19 --seed 2",
        "{'method':'rhythm','category':'noise'}|--method rhythm --category noise",
        "{'method':'density','cell':200}|--method density --cell 200",
        "{'method':'score','testFrom':'2024-11-01','testTo':'2024-12-01'}"
            + "|--method score --test-from 2024-11-01 --test-to 2024-11-30"
      })
  void theCommandLineWritesTheSame(String question, String options) throws IOException {
    JsonNode run = done(question);
    gridwright("hotspots --store demo.gpkg " + options + " -o out.csv");
    assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo(file(run, "?format=csv"));
    assertThat(run.get("answer").get("rows")).isNotEmpty();
  }

  /** Rows of the answer are those of the map and of the table. */
  @Test
  void figuresAreTheSameInEveryFormat() {
    JsonNode run = done("{'method':'emerging','step':'days:30','before':0}");
    JsonNode rows = run.get("answer").get("rows");
    JsonNode map = Json.MAPPER.readTree(file(run, "?format=geojson"));
    List<String> lines = file(run, "?format=csv").lines().toList();
    assertThat(lines).hasSize(rows.size() + 1);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(map.get("features").get(i).get("properties")).isEqualTo(rows.get(i));
      assertThat(lines.get(i + 1)).startsWith(rows.get(i).get("code").asString() + ",");
    }
    assertThat(file(run, "?format=csv&table=bins")).startsWith("code,step,count,z,p,p_bh,bin");
    long classes = 0;
    for (JsonNode each : run.get("answer").get("classes")) {
      classes += each.asLong();
    }
    assertThat(classes).isEqualTo(rows.size());
  }

  @Test
  void theSameQuestionIsTheSameRunAndItsRecipeAsksItAgain() {
    JsonNode run = done("{'method':'scan','over':'area','replicas':9,'category':'noise'}");
    JsonNode again = done(run.get("request").toString());
    assertThat(again.get("id")).isEqualTo(run.get("id"));
    assertThat(again.get("created")).isEqualTo(run.get("created"));
  }

  @Test
  void aRunThatIsTakenAwayStopsAndIsNotFound() {
    Answer begun =
        client.json("POST", PATH, "{'method':'scan','step':'days','over':'area','replicas':99999}");
    String path = begun.header("Location");
    assertThat(client.get(path).json().get("answer").isNull()).isTrue();
    assertThat(client.get(path + "?format=csv").status()).isEqualTo(409);
    assertThat(client.method("DELETE", path).status()).isEqualTo(204);
    assertThat(client.get(path).status()).isEqualTo(404);
    done("{'method':'rhythm'}");
  }

  /** A grid of the demo city without an address would refuse a scan by addresses as a whole. */
  @Test
  void unitsWithNobodyAtRiskAreLeftOutAndNamed() {
    JsonNode run = done("{'method':'scan','over':'addresses','replicas':9}");
    JsonNode answer = run.get("answer");
    Set<String> none = new HashSet<>();
    for (JsonNode row : answer.get("rows")) {
      if (row.get("population").asDouble() == 0 && row.get("cases").asLong() > 0) {
        none.add(row.get("code").asString());
      }
    }
    boolean told = false;
    for (JsonNode warning : answer.get("warnings")) {
      told |= warning.get("id").asString().startsWith("left-out");
    }
    assertThat(told).isEqualTo(!none.isEmpty());
    for (JsonNode cluster : answer.get("clusters")) {
      cluster.get("members").forEach(it -> assertThat(none).doesNotContain(it.asString()));
    }
  }
}
