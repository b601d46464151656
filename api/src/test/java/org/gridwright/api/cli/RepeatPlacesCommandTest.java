package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code hotspots --method repeat}, by hand. */
class RepeatPlacesCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  /** Seven incidents: four in one place, two in another, one in a third. */
  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("calls.csv"),
        """
        address,when,lon,lat
        1 Main,2024-03-01 08:00,10.5,50.25
        2 Main,2024-01-31,10.6,50.25
        1 Main,2024-01-01,10.5,50.25
        1 Main,2024-03-08 23:00,10.5,50.25
        3 Main,2024-02-02,10.7,50.25
        2 Main,2024-02-29,10.6,50.25
        1 Main,2024-03-08 01:00,10.5,50.25
        """);
    Files.writeString(folder.resolve("none.csv"), "address,when,lon,lat\n");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method repeat " + command).split(" "));
  }

  @Test
  void placesComeWithTheirDatesAndTheDaysBetween() throws IOException {
    CommandRun run = gridwright("calls.csv --code address --time when -o out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("place", "1 Main")
        .containsEntry("count", "4")
        .containsEntry("first", "2024-01-01")
        .containsEntry("last", "2024-03-08")
        .containsEntry("dates", "2024-01-01 2024-03-01 2024-03-08 2024-03-08")
        .containsEntry("days_between", "60 7 0");
    assertThat(rows.get(1)).containsEntry("days_between", "29");
    assertThat(run.out())
        .contains("7 incidents at 3 places; 2 places have 2 or more, together 6")
        .contains("1 % of the places have 57.1 % of the reports")
        .contains("20 % of the places have 57.1 % of the reports");
    assertThat(run.err()).contains("--out-of");
  }

  /** Equal coordinates are one place; of ten places seven had none. */
  @Test
  void withoutACodeEqualCoordinatesAreOnePlace() throws IOException {
    CommandRun run =
        gridwright(
            "calls.csv --lon lon --lat lat --time when --least 3 --out-of 10 --lorenz curve.csv"
                + " -o out.geojson --json");
    assertThat(run.status()).as(run.err()).isZero();
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("places").asInt()).isEqualTo(10);
    assertThat(json.get("repeatPlaces").asInt()).isEqualTo(1);
    assertThat(json.get("topShares").get("0.1").asDouble()).isEqualTo(4 / 7.0);
    // y ascending 0 x 7, 1, 2, 4: sum of i y = 8 + 18 + 40 = 66
    assertThat(json.get("gini").asDouble())
        .isCloseTo(2 * 66 / (10.0 * 7) - 11 / 10.0, within(1e-12));
    // corrected: (2 * 66 / 7 - 11) / 7 - 10 / 7 + 1
    assertThat(json.get("giniCorrected").asDouble())
        .isCloseTo((2 * 66 / 7.0 - 11) / 7 - 10 / 7.0 + 1, within(1e-12));
    JsonNode features = JSON.readTree(folder.resolve("out.geojson").toFile()).get("features");
    assertThat(features).hasSize(1);
    assertThat(features.get(0).get("properties").get("place").asString()).isEqualTo("10.5 50.25");
    assertThat(features.get(0).get("geometry").get("coordinates").get(0).asDouble())
        .isEqualTo(10.5);
    List<Map<String, String>> curve = CsvCells.of(folder.resolve("curve.csv"));
    assertThat(curve).hasSize(11);
    assertThat(Double.parseDouble(curve.get(9).get("share_of_incidents")))
        .isCloseTo(3 / 7.0, within(1e-12));
  }

  @Test
  void daysAreThoseAskedFor() {
    CommandRun run =
        gridwright("calls.csv --code address --time when --from 2024-02-02 --to 2024-03-01");
    assertThat(run.out()).contains("3 incidents at 3 places; 0 places have 2 or more");
  }

  @Test
  void metresOfAPlaneAreAPlaceToo() {
    CommandRun run = gridwright("calls.csv --lon lon --lat lat --planar --time when");
    assertThat(run.out()).contains("7 incidents at 3 places");
  }

  @Test
  void theStoresIncidentsAreTakenByPointOrByUnit() throws IOException {
    Path store = SmallCity.in(folder);
    CommandRun points = gridwright("--store " + store + " --least 1 -o out.csv");
    assertThat(points.status()).as(points.err()).isZero();
    assertThat(CsvCells.of(folder.resolve("out.csv"))).hasSize(4);
    CommandRun units = gridwright("--store " + store + " --level beat --category noise");
    assertThat(units.status()).as(units.err()).isZero();
    // A has two, C one and B none; i4 lies outside
    assertThat(units.out()).contains("3 incidents at 3 places; 1 places have 2 or more");
    assertThat(units.err()).doesNotContain("--out-of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | calls.csv --code address | --time
          2 | calls.csv --code address --time when --least 0 | from 1 on
          2 | calls.csv --code address --time when --out-of 0 | from 1 on
          2 | calls.csv --code address --time when --theme beats | name a FILE
          2 | calls.csv --code address --time when --lon lon | --lat
          2 | calls.csv --code address --time when --weights rook | --weights says nothing about repeat
          2 | calls.csv --code address --time when --lorenz curve.json | end it in .csv
          1 | calls.csv --code address --time when --out-of 2 | incidents are at 3 places
          1 | calls.csv --time when | no point
          1 | calls.csv --code address --time address | "1 Main"
          1 | calls.csv --code address --time when --from 2025-01-01 | no incident of these days
          1 | none.csv --code address --time when | has no record
          1 | --store city.gpkg --from 2025-01-01 | no incident of these days
          1 | --store city.gpkg --level beat --from 2025-01-01 | no incident
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    SmallCity.in(folder);
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
