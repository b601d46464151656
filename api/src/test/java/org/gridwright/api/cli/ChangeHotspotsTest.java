package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

/** {@code hotspots --method change}, against R's {@code poisson.test} and by hand. */
class ChangeHotspotsTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("n.csv"),
        "code,then,now,homes\nA,0,5,10\nB,3,,10\nC,3,3,0\nD,0,0,10\nE,5,0,10\n");
    Files.writeString(folder.resolve("minus.csv"), "code,then,now\nA,-1,5\n");
    Files.writeString(folder.resolve("half.csv"), "code,then,now\nA,1.5,5\n");
    Files.writeString(folder.resolve("twice.csv"), "code,then,now\nA,1,5\nA,2,3\n");
    Files.writeString(folder.resolve("none.csv"), "code,then,now\n");
  }

  private CommandRun gridwright(String command) {
    return CommandRun.of(folder, Map.of(), ("hotspots --method change " + command).split(" "));
  }

  @Test
  void theFiguresAreThoseOfR() throws IOException {
    Path file = RealData.file("stats_reference/two_period_change.csv");
    CommandRun run =
        gridwright(
            file
                + " --value after --before-value before --at-risk t_after"
                + " --before-at-risk t_before -o out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    ReferenceTable table = ReferenceTable.of("two_period_change");
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    assertThat(rows).hasSize(table.size());
    for (int i = 0; i < table.size(); i++) {
      Map<String, String> row = rows.get(i);
      assertThat(row.get("code")).isEqualTo(String.valueOf(i + 1));
      CsvCells.assertCell(row, "ratio", table.number(i, "rate_ratio"));
      CsvCells.assertCell(row, "ratio_low", table.number(i, "ratio_lo95"));
      CsvCells.assertCell(row, "ratio_high", table.number(i, "ratio_hi95"));
      CsvCells.assertCell(row, "p", table.number(i, "p_two_sided_exact"));
      CsvCells.assertCell(row, "p_increase", table.number(i, "p_increase_exact"));
      CsvCells.assertCell(row, "p_bh", table.number(i, "p_bh"));
    }
  }

  /** p of 0 and 5 is 2/32; of the two that have a p, both .0625 after adjusting. */
  @Test
  void whatIsNotDefinedHasAReason() throws IOException {
    CommandRun run =
        gridwright(
            "n.csv --code code --value now --before-value then --at-risk homes -o out.csv"
                + " --significance 0.07");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    assertThat(rows.stream().map(row -> row.get("note")).toList())
        .containsExactly("none-before", "no-value", "no-exposure", "no-incidents", "");
    assertThat(rows.stream().map(row -> row.get("change")).toList())
        .containsExactly("higher", "not-defined", "not-defined", "not-defined", "lower");
    CsvCells.assertCell(rows.get(0), "p", OptionalDouble.of(0.0625));
    CsvCells.assertCell(rows.get(4), "p_bh", OptionalDouble.of(0.0625));
    assertThat(rows.get(1)).containsEntry("after", "").containsEntry("p", "");
    assertThat(run.out()).contains("8 before, 8 after; the rate is 1.000 times");
  }

  /** Twice as long before: 10 and 5 are the same rate, and the ratio of 0 and 5 is one-sided. */
  @Test
  void unequalLengthsAreAllowedFor() throws IOException {
    Files.writeString(folder.resolve("uneven.csv"), "then,now\n10,5\n2,2\n");
    CommandRun run =
        gridwright("uneven.csv --value now --before-value then --exposure 60:30 -o out.csv --json");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    CsvCells.assertCell(rows.get(0), "ratio", OptionalDouble.of(1));
    CsvCells.assertCell(rows.get(0), "p", OptionalDouble.of(1));
    CsvCells.assertCell(rows.get(1), "ratio", OptionalDouble.of(2));
    assertThat(rows.get(1)).containsEntry("exposure_before", "60");
    JsonNode json = JSON.readTree(run.out());
    assertThat(json.get("before").asInt()).isEqualTo(12);
    assertThat(json.get("ratio").asDouble()).isCloseTo(7 / 30.0 / (12 / 60.0), within(1e-12));
    assertThat(json.get("classes").get("none").asInt()).isEqualTo(2);
  }

  private static Incident incident(String id, int east, LocalDateTime when) {
    LatticePoint place = new LatticePoint(100_000_000 + east * 10_000, 500_050_000);
    return new Incident(id, place, when, "noise", "phone", "closed", null, null);
  }

  /** Beat A had one in the first week of March 2023, and three a year later, one of them late. */
  private Path storeOfTwoYears() {
    Path store = folder.resolve("years.gpkg");
    List<Incident> incidents = new ArrayList<>();
    incidents.add(incident("a", 2, LocalDateTime.of(2023, 3, 3, 0, 0)));
    incidents.add(incident("late", 2, LocalDateTime.of(2023, 3, 10, 0, 0)));
    incidents.add(incident("b", 2, LocalDateTime.of(2024, 3, 1, 8, 0)));
    incidents.add(incident("c", 2, LocalDateTime.of(2024, 3, 7, 23, 59)));
    incidents.add(incident("d", 15, LocalDateTime.of(2024, 3, 2, 8, 0)));
    incidents.add(incident("e", 95, LocalDateTime.of(2024, 3, 2, 8, 0)));
    try (Store open = GeoPackageStores.open(store)) {
      SmallCity.fill(open);
      open.incidents().put(incidents.iterator());
    }
    return store;
  }

  /** Of the city's own incidents three are of 1 March 2024 too: two in A and one in C. */
  @Test
  void theStoresPeriodsAreDaysInclusiveAndAYearIs52Weeks() throws IOException {
    Path store = storeOfTwoYears();
    CommandRun run =
        gridwright(
            "--store " + store + " --from 2024-03-01 --to 2024-03-07 --year-before -o out.csv");
    assertThat(run.status()).as(run.err()).isZero();
    List<Map<String, String>> rows = CsvCells.of(folder.resolve("out.csv"));
    assertThat(
            rows.stream().map(r -> r.get("code") + r.get("before") + "-" + r.get("after")).toList())
        .containsExactly("A1-4", "B0-1", "C0-1");
    assertThat(rows.get(0)).containsEntry("exposure_before", "7").containsEntry("ratio", "4");
    CommandRun days =
        gridwright(
            "--store "
                + store
                + " --from 2024-03-01 --to 2024-03-07 --before-from 2023-03-02 --before-to"
                + " 2023-03-15 -o out.csv");
    assertThat(days.status()).as(days.err()).isZero();
    assertThat(CsvCells.of(folder.resolve("out.csv")).get(0))
        .containsEntry("before", "2")
        .containsEntry("exposure_before", "14")
        .containsEntry("ratio", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | n.csv --code code --value now | --before-value
          2 | n.csv --code code --before-value then | --value
          2 | n.csv --value now --before-value then --before-at-risk homes | needs --at-risk
          2 | n.csv --value now --before-value then --exposure 3 | two numbers above 0
          2 | n.csv --value now --before-value then --exposure 3:0 | two numbers above 0
          2 | n.csv --value now --before-value then --year-before | about the store's incidents
          2 | n.csv --value now --before-value then --step weeks | --step says nothing about change
          2 | --from 2024-03-01 --year-before | --from and --to
          2 | --from 2024-03-01 --to 2024-03-07 | --before-from and --before-to
          2 | --from 2024-03-01 --to 2024-03-07 --before-from 2024-02-01 --before-to 2024-03-01 | must not share days
          2 | --from 2023-01-01 --to 2024-03-07 --year-before | must not share days
          2 | --from 2024-03-01 --to 2024-03-07 --before-from 2024-02-09 --before-to 2024-02-01 | end before they begin
          1 | minus.csv --value now --before-value then | a whole number from 0
          1 | half.csv --value now --before-value then | a whole number from 0
          1 | twice.csv --code code --value now --before-value then | occurs twice
          1 | none.csv --value now --before-value then | has no record
          1 | --store city.gpkg --from 2022-03-01 --to 2022-03-07 --year-before | no incident
          """)
  void whatCannotBeDoneIsToldInOneSentence(int status, String command, String says) {
    SmallCity.in(folder);
    CommandRun run = gridwright(command);
    assertThat(run.status()).as(run.err()).isEqualTo(status);
    assertThat(run.err()).contains(says);
    assertThat(run.err().strip().lines().count()).isLessThanOrEqualTo(status == 2 ? 3 : 1);
  }
}
