package org.gridwright.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.gridwright.api.cli.CommandRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;

/** What another program writes into the store of a running server shows within five seconds. */
class ForeignWritesTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir Path folder;
  private SmallCity city;
  private Client client;

  @BeforeEach
  void serve() {
    city = SmallCity.serve(folder);
    client = city.client;
    assertThat(soon(() -> health().contains("\"status\":\"ok\""))).isTrue();
  }

  @AfterEach
  void close() {
    city.close();
  }

  private void otherProgramRuns(String sql) throws SQLException {
    try (Connection connection =
            new SQLiteConfig().createConnection("jdbc:sqlite:" + folder.resolve("city.gpkg"));
        Statement statement = connection.createStatement()) {
      for (String name : new String[] {"ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"}) {
        Function.create(connection, name, new Zero(), 1, 0);
      }
      statement.execute(sql);
    }
  }

  /** In place of the functions that GDAL has, for triggers that do not run here. */
  private static final class Zero extends Function {
    @Override
    protected void xFunc() throws SQLException {
      result(0);
    }
  }

  private static boolean soon(BooleanSupplier shown) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!shown.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  private String health() {
    return client.get("/health").body();
  }

  @Test
  void aTimeOfAnotherProgramIsNamedAndEverythingElseServed() throws SQLException {
    String before = client.get("/api/v1/layers/incidents").body();
    assertThat(health()).contains("\"unreadable\":[]");

    otherProgramRuns(
        "UPDATE incident SET occurred = '28.11.2026 10:00'"
            + " WHERE id = (SELECT min(id) FROM incident)");

    assertThat(soon(() -> health().contains("28.11.2026 10:00"))).isTrue();
    assertThat(health()).contains("\"status\":\"ok\"", "\"table\":\"incident\"", "\"rows\":1");
    assertThat(client.get("/health", "Accept-Language", "zh-CN").body()).contains("本地时间");
    assertThat(client.get("/api/v1/incidents").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/counts?level=grid").status()).isEqualTo(200);
    assertThat(client.get("/api/v1/layers/incidents").body()).isNotEqualTo(before);
    CommandRun check =
        CommandRun.of(folder, Map.of(), "--store", folder.resolve("city.gpkg").toString(), "check");
    assertThat(check.err()).contains("cannot be read and are left out", "28.11.2026 10:00");
    otherProgramRuns("UPDATE incident SET occurred = '2026-11-28T10:00:00'");
    assertThat(soon(() -> health().contains("\"unreadable\":[]"))).isTrue();
  }

  @Test
  void anAddressOfAnotherProgramIsFound() throws SQLException {
    otherProgramRuns(
        "UPDATE address SET text = 'Quellenweg 7' WHERE id = (SELECT min(id) FROM address)");

    assertThat(
            soon(() -> client.get("/api/v1/search?q=quellenweg").body().contains("Quellenweg 7")))
        .isTrue();
  }

  @Test
  void aNameThatAnotherProgramGivesAGridIsShown() throws SQLException {
    otherProgramRuns("UPDATE unit_version SET name = 'Renamed' WHERE code = 'A'");

    assertThat(soon(() -> client.get("/api/v1/units/beats/grid/A").body().contains("\"Renamed\"")))
        .isTrue();
  }
}
