package org.gridwright.data.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.postgis.PostgisExtension;
import org.gridwright.data.store.postgis.TestPostgis;
import org.gridwright.data.stores.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store made before drafts had a history: with a published plan, a draft that changes it, and
 * officers of one grid each.
 */
class OlderStoreTest {

  private static final List<String> CONTENT =
      List.of(
          "INSERT INTO theme (id, title, code_scheme) VALUES ('beats', 'Beats', 'free')",
          "INSERT INTO level (theme, depth, name, layer) VALUES ('beats', 0, 'district', 'b_d')",
          "INSERT INTO level (theme, depth, name, layer) VALUES ('beats', 1, 'grid', 'b_g')",
          "INSERT INTO plan (id, theme, revision, base_revision, effective_from, author, reason,"
              + " created) VALUES (1, 'beats', 1, 1, '2024-01-01', 'ann', 'first',"
              + " '2024-01-01T10:00:00.000Z')",
          "INSERT INTO plan (id, theme, revision, base_revision, author, reason, created)"
              + " VALUES (2, 'beats', 0, 1, 'bob', 'better', '2024-02-01T10:00:00.000Z')",
          "INSERT INTO plan (id, theme, revision, base_revision, author, reason, created)"
              + " VALUES (3, 'beats', 0, 1, 'anonymous', '', '2024-02-01T10:00:00.000Z')",
          "INSERT INTO unit_version (theme, depth, code, name, attributes, digest, from_revision)"
              + " VALUES ('beats', 0, 'D', 'District', '{}', '', 1)",
          "INSERT INTO unit_version (theme, depth, code, name, attributes, digest, draft)"
              + " VALUES ('beats', 0, 'D', 'Renamed', '{}', '', 2)",
          "INSERT INTO officer (id, name, role, contact, theme, grid_code)"
              + " VALUES ('o', 'Ann', 'full-time', '1', 'beats', 'G')",
          "INSERT INTO officer (id, name, role, theme, grid_code)"
              + " VALUES ('p', 'Bob', '', 'beats', 'G')");

  @TempDir Path folder;

  @Test
  void aFileIsBroughtUpToDate() throws Exception {
    String file = folder.resolve("city.gpkg").toString();

    migrate("jdbc:sqlite:" + file, "geopackage", "2");
    fill("jdbc:sqlite:" + file);
    migrate("jdbc:sqlite:" + file, "geopackage", "3");

    assertDraftGoesOn(file);
  }

  @Test
  @ExtendWith(PostgisExtension.class)
  void aDatabaseIsBroughtUpToDate() throws Exception {
    String address = TestPostgis.newAddress();

    migrate(address, "postgis", "1");
    fill(address);

    assertDraftGoesOn(address);
  }

  private static void fill(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : CONTENT) {
        statement.execute(sql);
      }
    }
  }

  private static void migrate(String url, String dialect, String version) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url, null, null)
        .locations("classpath:org/gridwright/data/schema/" + dialect)
        .loggers("slf4j")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(version)
        .load()
        .migrate();
  }

  private static void assertDraftGoesOn(String address) {
    try (Store store = Stores.open(address)) {
      DraftInfo draft = store.drafts().find(2).orElseThrow();

      assertThat(draft.version()).isEqualTo(1);
      assertThat(draft.description()).isEqualTo("better");
      assertThat(draft.author()).isEqualTo(Actor.named("bob"));
      assertThat(store.drafts().find(3).orElseThrow().author()).isEqualTo(Actor.ANONYMOUS);
      assertThat(draft.updated()).isEqualTo(draft.created());
      assertThat(draft.units()).isEqualTo(new DraftInfo.Counts(1, 0, 0));
      assertThat(draft.base()).isEqualTo(store.plans().find(1).orElseThrow());
      assertThat(store.drafts().history(2)).isEmpty();
      assertThat(store.plans().load(2).units(0)).extracting(Unit::name).containsExactly("Renamed");
      assertThat(store.roster().of("beats", "G", LocalDate.EPOCH))
          .extracting(RosterEntry::officer, RosterEntry::assignment)
          .containsExactly(
              tuple(
                  new Officer("o", "Ann", "1"),
                  new Assignment("o", "beats", "G", "full-time", null, null)),
              tuple(
                  new Officer("p", "Bob", null),
                  new Assignment("p", "beats", "G", "officer", null, null)));
      assertThat(store.drafts().describe(2, 1, "Spring", "better").version()).isEqualTo(2);
    }
  }
}
