package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.RealData;
import org.gridwright.core.hotspot.ReferenceTable;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method score} on files and on a store, against published and exact values. */
class ScoreHotspotsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    write("some.csv", "code,risk,size,next", "A,1,100,3", "B,9,100,1", "C,0,100,0");
    write("flat.csv", "code,risk,size,next", "A,1,100,0", "B,2,200,0");
    write("twice.csv", "code,risk,size,next", "A,1,100,3", "A,9,100,1");
    write("bad.csv", "code,risk,size,next", "A,high,100,3");
    write("small.csv", "code,risk,size,next", "A,1,0,3");
    write("minus.csv", "code,risk,size,next", "A,1,1,-3");
    write("empty.csv", "code,risk,size,next");
    write(
        "plane.csv",
        "code,risk,next,WKT",
        "A,1,2,\"POLYGON ((0 0, 30 0, 30 10, 0 10, 0 0))\"",
        "B,1,2,\"POLYGON ((30 0, 40 0, 40 10, 30 10, 30 0))\"");
  }

  private void write(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  private CommandRun score(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method score " + command).split(" "));
  }

  private JsonNode answered(String command) {
    CommandRun run = score(command + " --json");
    assertThat(run.status()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  @Test
  void aHundredCellsHaveThePublishedScores() throws IOException {
    Path cells = RealData.file("stats_reference/prediction_cells.csv");
    ReferenceTable table = ReferenceTable.of("prediction_pai_pei");
    JsonNode scores =
        answered(cells + " --code id --value future --rank risk --area area_m2 -o out.csv")
            .get("scores");
    for (int i = 0; i < 4; i++) {
      JsonNode score = scores.get(i);
      assertFigure(score, "area_share", table.number(i, "area_share_asked").orElseThrow());
      assertFigure(score, "places", table.number(i, "cells").orElseThrow());
      assertFigure(score, "area_m2", table.number(i, "area_m2").orElseThrow());
      assertFigure(score, "hits", table.number(i, "hits").orElseThrow());
      assertFigure(score, "hit_rate", table.number(i, "hit_rate").orElseThrow());
      assertFigure(score, "pai", table.number(i, "pai").orElseThrow());
      assertFigure(score, "best_hits", table.number(i, "best_hits_same_area_greedy").orElseThrow());
      assertFigure(score, "pei", table.number(i, "pei").orElseThrow());
    }
    List<String> lines = Files.readAllLines(folder.resolve("out.csv"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).startsWith("risk,false,0.010000000000000000,1,8000,10,0.0480769");
  }

  private static void assertFigure(JsonNode score, String name, double expected) {
    assertThat(score.get(name).asDouble())
        .as(name)
        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }

  @Test
  void furtherFieldsAreBaselines() {
    CommandRun run = score("some.csv --code code --value next --rank risk,next --area size");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 places, 4 incidents", "next (baseline)", "0.750", "2.250");
    CommandRun chinese =
        score("some.csv --code code --value next --rank risk --area size --explain --lang zh-CN");
    assertThat(chinese.out()).contains("命中率", "基线");
    assertThat(score("some.csv --code code --value next --rank risk --area size -o -").out())
        .startsWith("ranking,baseline,area_share,");
  }

  @Test
  void areasOfAPlaneAreThoseOfTheirGeometry() {
    JsonNode first =
        answered("plane.csv --code code --value next --rank risk --planar").get("scores").get(0);
    // B has as much risk on a third of the area: a quarter of all, with half of the incidents
    assertFigure(first, "area_m2", 100);
    assertFigure(first, "pai", .5 / .25);
  }

  @Test
  void whatIsNotDefinedHasAReason() {
    JsonNode answer = answered("flat.csv --code code --value next --rank risk --area size");
    assertThat(answer.get("notDefined").asString()).isEqualTo("no-incidents");
    assertThat(answer.get("unranked").get(0).asString()).isEqualTo("risk");
    assertThat(answer.get("scores").get(0).get("pai").isNull()).isTrue();
    CommandRun run = score("flat.csv --code code --value next --rank risk --area size");
    assertThat(run.out()).contains("not defined");
    assertThat(run.err()).contains("ranks nothing");
  }

  private CommandRun run(String command) {
    return CommandRun.of(folder, Map.of(), command.split(" "));
  }

  @Test
  void shuffledValuesTellHowOftenNothingIsClaimed() throws IOException {
    List<String> board = new ArrayList<>(List.of("code,n,WKT"));
    for (int i = 0; i < 36; i++) {
      int x = i % 6;
      int y = i / 6;
      int n = x < 3 && y < 3 ? 20 + i % 3 : 1 + i * 7 % 5;
      board.add(
          "P%02d,%d,\"POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))\""
              .formatted(i, n, x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y));
    }
    write("board.csv", board.toArray(new String[0]));
    String command =
        "hotspots board.csv --planar --code code --value n --chance skewed --false-claims";
    JsonNode claims = JSON.readTree(run(command + " --json").out()).get("falseClaims");
    assertThat(claims.get("runs").asInt()).isEqualTo(200);
    assertThat(claims.get("nominal").asDouble()).isEqualTo(.05);
    assertThat(claims.get("greatestExpected").asDouble())
        .isCloseTo(.05 + 3 * Math.sqrt(.05 * .95 / 200), within(1e-12));
    assertThat(claims.get("shareOfRuns").asDouble())
        .isEqualTo(claims.get("runsWithClaims").asInt() / 200.0);
    // without adjustment about one place in twenty is claimed, and so nearly every run
    JsonNode raw = JSON.readTree(run(command + " --class-by raw --json").out()).get("falseClaims");
    assertThat(raw.get("shareOfPlaces").asDouble()).isBetween(.02, .09);
    assertThat(raw.get("shareOfRuns").asDouble())
        .isGreaterThan(claims.get("shareOfRuns").asDouble());
    assertThat(run(command).out()).contains("shuffled 200 times");
    assertThat(run("hotspots --false-claims").err()).contains("--false-claims");
  }

  /** Three beats of one size: B was first for half a year, A of late, C long ago. */
  @Test
  void unitsOfAStoreAreScoredBesideTheBaselines() {
    SmallCity.in(folder);
    try (Store store = GeoPackageStores.open(folder.resolve("city.gpkg"))) {
      List<Incident> thefts = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        thefts.add(theft(thefts.size(), 25, "2023-05-01"));
      }
      for (int east : List.of(13, 15, 17)) {
        thefts.add(theft(thefts.size(), east, "2024-01-10"));
      }
      for (int east : List.of(3, 5)) {
        thefts.add(theft(thefts.size(), east, "2024-06-25"));
      }
      for (int east : List.of(14, 16, 4, 24)) {
        thefts.add(theft(thefts.size(), east, "2024-07-10"));
      }
      thefts.add(theft(thefts.size(), 99, "2024-07-02"));
      store.incidents().put(thefts.iterator());
    }
    JsonNode answer =
        answered(
            "--store city.gpkg --category theft --from 2024-01-01 --to 2024-06-30"
                + " --test-from 2024-07-01 --test-to 2024-07-10");
    assertThat(answer.get("incidents").asInt()).isEqualTo(4);
    assertThat(answer.get("outside").asInt()).isEqualTo(1);
    assertHits(answer, 0, "count", 2);
    assertHits(answer, 4, "density", 2);
    assertHits(answer, 8, "last-period", 1);
    assertHits(answer, 12, "all-time", 1);
    CommandRun untrained =
        score("--store city.gpkg --category arson --test-from 2024-07-01 --test-to 2024-07-10");
    assertThat(untrained.err()).contains("nothing to rank by");
  }

  private static void assertHits(JsonNode answer, int row, String ranking, int hits) {
    JsonNode score = answer.get("scores").get(row);
    assertThat(score.get("ranking").asString()).isEqualTo(ranking);
    assertThat(score.get("places").asInt()).isEqualTo(1);
    assertThat(score.get("hits").asInt()).as(ranking).isEqualTo(hits);
    assertFigure(score, "hit_rate", hits / 4.0);
    assertThat(score.get("pai").asDouble()).isCloseTo(hits / 4.0 * 3, within(1e-6));
    assertFigure(score, "pei", hits / 2.0);
  }

  private static Incident theft(int number, int east, String day) {
    return new Incident(
        "t" + number,
        new LatticePoint(100_000_000 + east * 10_000, 500_050_000),
        LocalDate.parse(day).atTime(12, 0),
        "theft",
        "phone",
        "open",
        null,
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | some.csv --code code --value next --area size | --rank
          2 | some.csv --code code --rank risk --area size | --value
          2 | some.csv --code code --value next --rank risk --test-from 2024-01-01 | --test-from
          2 | --test-from 2024-01-01 | --test-to
          2 | --test-from 2024-02-01 --test-to 2024-01-01 | has not seen
          2 | --to 2024-02-01 --test-from 2024-02-01 --test-to 2024-03-01 | has not seen
          2 | --from 2024-02-01 --test-from 2024-02-01 --test-to 2024-03-01 | has not seen
          2 | some.csv --code code --value next --rank risk --area size -o o.geojson | end it in .csv
          2 | some.csv --code code --value next --rank risk --area size --replicas 9 | says nothing about score
          1 | some.csv --code code --value next --rank risk | is no area
          1 | some.csv --code code --value next --rank nothing --area size | "nothing"
          1 | twice.csv --code code --value next --rank risk --area size | occurs twice
          1 | bad.csv --code code --value next --rank risk --area size | not a number
          1 | small.csv --code code --value next --rank risk --area size | square metres above 0
          1 | minus.csv --code code --value next --rank risk --area size | whole number
          1 | empty.csv --code code --value next --rank risk --area size | no places
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    CommandRun run = score(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
