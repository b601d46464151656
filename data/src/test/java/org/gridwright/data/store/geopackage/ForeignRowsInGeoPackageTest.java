package org.gridwright.data.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.ForeignRowsContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/** Rows of other programs in a GeoPackage, where a column takes any value. */
class ForeignRowsInGeoPackageTest extends ForeignRowsContract {

  @TempDir Path folder;

  @Override
  protected String address() {
    return folder.resolve("city.gpkg").toString();
  }

  /** With the functions that the triggers of the standard ask for, as GDAL and QGIS have them. */
  @Override
  protected Connection otherProgram() throws SQLException {
    SQLiteConnection connection =
        (SQLiteConnection) new SQLiteConfig().createConnection("jdbc:sqlite:" + address());
    GeometryFunctions.register(connection);
    return connection;
  }

  @Override
  protected List<String> unreadableTimes() {
    return List.of(
        "'28.11.2026 10:00'",
        "'2026-11-28'",
        "'2026-11-28T10:00:00Z'",
        "'2026-11-28T10:00:00+08:00'",
        "'2026-02-30T10:00:00'",
        "'2026-11-28T25:00:00'",
        "''",
        "45989.5",
        "1795860000",
        "x'00ff'");
  }

  @Override
  protected String unreadableAttributes() {
    return "'{broken'";
  }

  @Test
  void daysOfAssignmentsThatCannotBeReadAreLeftOut() {
    otherProgramRuns("UPDATE assignment SET from_day = '05.03.2024'");

    try (Stream<RosterEntry> all = store.roster().entries("beats", null)) {
      assertThat(all).isEmpty();
    }
    assertThat(store.roster().of("beats", "G00000", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(store.layers().officers("beats", null).read(LayerQuery.ALL).rows()).isEmpty();
    assertThat(store.rows().unreadable().toString()).contains("assignment", "05.03.2024");
  }

  @Test
  void placesAndWeightsThatCannotBeReadAreLeftOut() {
    otherProgramRuns("UPDATE address SET weight = 'many' WHERE id = 'a'");
    otherProgramRuns("UPDATE facility SET geom = NULL OR x'00' WHERE 1 = 0");
    otherProgramRuns("DROP TRIGGER rtree_incident_geom_update1");
    otherProgramRuns("UPDATE incident SET geom = x'4750' WHERE id = 'c'");

    try (Stream<Address> all = store.addresses().stream(null)) {
      assertThat(all.map(Address::id)).containsExactly("b");
    }
    assertThat(store.layers().incidents().read(LayerQuery.ALL).rows()).hasSize(2);
    assertThat(store.rows().unreadable().toString())
        .contains("weight is \"many\"", "its geometry cannot be read");
  }

  @Test
  void aPlanWhoseDayCannotBeReadIsLeftOut() {
    otherProgramRuns("UPDATE plan SET effective_from = '1.1.2024'");

    assertThat(store.plans().list("beats")).isEmpty();
    assertThat(store.plans().inForce("beats", LocalDate.of(2026, 1, 1))).isEmpty();
    assertThat(store.rows().unreadable().toString()).contains("plan", "1.1.2024");
  }

  @Test
  void timesThatGridwrightReadsAreServed() {
    otherProgramRuns("UPDATE incident SET occurred = '2026-11-28 10:00' WHERE id = 'a'");
    otherProgramRuns("UPDATE incident SET occurred = '2026-11-28T10:00:00.123' WHERE id = 'b'");

    assertThat(store.rows().unreadable()).isEmpty();
    assertThat(store.incidents().find("a").orElseThrow().occurred()).isEqualTo("2026-11-28T10:00");
  }
}
