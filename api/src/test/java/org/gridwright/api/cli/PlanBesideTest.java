package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridwright.core.plan.Pictures;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of plans beside a store is used while it is the plan's, and only then. */
class PlanBesideTest {

  @TempDir private Path folder;
  private Path store;
  private Path beside;

  @BeforeEach
  void makeCity() {
    store = SmallCity.in(folder);
    beside = folder.resolve("city.beats.gwl");
  }

  @Test
  void theSecondLookUpAnswersFromTheFileAsTheFirstDidFromTheStore() throws IOException {
    CommandRun first = locate();
    assertThat(beside).exists();
    assertThat(Files.getPosixFilePermissions(beside))
        .isEqualTo(Files.getPosixFilePermissions(store));
    assertThat(locate()).isEqualTo(first);
    assertThat(first.out()).contains("\"code\" : \"B\"").contains("\"Li Wei\"");
    assertThat(isUsed()).isTrue();
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void aChangeBySqlIsNoticedAndTheFileMadeAnew() throws Exception {
    locate();
    sql("UPDATE unit_version SET name = 'Harbour' WHERE code = 'B'");
    assertThat(isUsed()).isFalse();
    assertThat(locate().out()).contains("Harbour");
    assertThat(isUsed()).isTrue();
    assertThat(locate().out()).contains("Harbour");
    for (String change :
        new String[] {
          "DELETE FROM unit_version WHERE code = 'C'",
          "UPDATE level SET name = 'quarter' WHERE depth = 0",
          "UPDATE theme SET title = 'Rounds'",
          "UPDATE plan SET effective_from = '2021-01-01'"
        }) {
      sql(change);
      assertThat(isUsed()).as(change).isFalse();
      CommandRun stored = locate();
      assertThat(isUsed()).as(change).isTrue();
      assertThat(locate()).isEqualTo(stored);
    }
  }

  @Test
  void aLaterPlanAndAnotherDayAreNotTheFiles() {
    locate();
    try (Store open = GeoPackageStores.open(store)) {
      long draft =
          open.plans()
              .createDraft(
                  Pictures.plan(SmallCity.BEATS, 100_000_000, 500_000_000, 100_000, "XXY", "BAC"),
                  Actor.named("anonymous"),
                  "next")
              .id();
      open.plans().publish(draft, LocalDate.of(2025, 1, 1), null);
    }
    assertThat(locate().out()).contains("\"code\" : \"A\"");
    assertThat(locate("--at", "2024-01-01").out()).contains("\"code\" : \"B\"");
    assertThat(locate().out()).contains("\"code\" : \"A\"");
    assertThat(locate("--at", "2019-01-01").status()).isEqualTo(1);
  }

  @Test
  void aDamagedFileAndOneOfAnotherStoreAreMadeAnew() throws IOException {
    CommandRun first = locate();
    byte[] whole = Files.readAllBytes(beside);
    for (int length = 0; length < whole.length; length += whole.length / 7) {
      Files.write(beside, Arrays.copyOf(whole, length));
      assertThat(locate()).isEqualTo(first);
      assertThat(beside).hasBinaryContent(whole);
    }
    Path other = Files.createDirectory(folder.resolve("other"));
    SmallCity.in(other);
    run("locate", "10.015", "50.005", "--store", "other/city.gpkg");
    Files.copy(beside, other.resolve("copied"));
    assertThat(locate()).isEqualTo(first);
  }

  @Test
  void assignSaysTheSameWithTheFileAndWithout() throws Exception {
    Files.writeString(folder.resolve("in.csv"), "x,y\n10.015,50.005\n10.02,50.01\n0,0\n");
    String stored = assigned();
    assertThat(stored).contains("10.015,50.005,B,");
    assertThat(beside).doesNotExist();
    locate();
    assertThat(assigned()).isEqualTo(stored);
    sql("UPDATE unit_version SET code = 'D' WHERE code = 'B'");
    assertThat(assigned()).contains("10.015,50.005,D,");
  }

  private String assigned() throws IOException {
    CommandRun run =
        run(
            "assign",
            "in.csv",
            "-o",
            "out.csv",
            "--lon",
            "x",
            "--lat",
            "y",
            "--store",
            "city.gpkg");
    assertThat(run.status()).as(run.err()).isZero();
    return Files.readString(folder.resolve("out.csv"));
  }

  private boolean isUsed() throws IOException {
    byte[] whole = Files.readAllBytes(beside);
    Files.delete(beside);
    try (Store open = GeoPackageStores.open(store)) {
      return open.plans().digest(1).isPresent();
    } finally {
      Files.write(beside, whole);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement sql = connection.createStatement()) {
      // they call functions that QGIS brings and this connection does not
      List<String> indexing = new ArrayList<>();
      try (ResultSet rows =
          sql.executeQuery(
              "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'rtree_%'")) {
        while (rows.next()) {
          indexing.add(rows.getString(1));
        }
      }
      for (String trigger : indexing) {
        sql.execute("DROP TRIGGER IF EXISTS " + trigger);
      }
      sql.execute(statement);
    }
  }

  private CommandRun locate(String... more) {
    String[] all = new String[6 + more.length];
    System.arraycopy(
        new String[] {"locate", "10.015", "50.005", "--json", "--store", "city.gpkg"},
        0,
        all,
        0,
        6);
    System.arraycopy(more, 0, all, 6, more.length);
    return run(all);
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, Map.of(), arguments);
  }
}
