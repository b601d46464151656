package org.gridwright.data.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zones that come as a layer of a GeoPackage. */
class GeoPackageZonesTest {

  @TempDir Path folder;
  private Store store;

  /** A triangle as a GeoPackage keeps it: header, then well-known binary, big-endian. */
  private static final String TRIANGLE =
      "47500000000010e6"
          + "000000000300000001"
          + "00000004"
          + "4024000000000000"
          + "4049000000000000"
          + "4026000000000000"
          + "4049000000000000"
          + "4024000000000000"
          + "4049800000000000"
          + "4024000000000000"
          + "4049000000000000";

  @BeforeEach
  void open() {
    store = TestStores.geoPackage(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keyOfAGeoPackageTableIsNoAttribute() throws Exception {
    Path file = folder.resolve("zones.gpkg");
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      for (String each :
          List.of(
              "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
                  + " organization_coordsys_id INTEGER)",
              "INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326)",
              "CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)",
              "INSERT INTO gpkg_contents VALUES ('zones', 'features')",
              "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INT)",
              "INSERT INTO gpkg_geometry_columns VALUES ('zones', 'geom', 4326)",
              "CREATE TABLE zones (fid INTEGER PRIMARY KEY, geom BLOB, c TEXT, kind TEXT)",
              "INSERT INTO zones VALUES (7, x'" + TRIANGLE + "', 'A', 'park')")) {
        sql.execute(each);
      }
    }
    Plan plan = store.plans().load(run(file, "grid=c").plan().id());

    assertThat(plan.grids().get(0).attributes()).containsExactly(entry("kind", "park"));
    Plan byKey = store.plans().load(run(file, "grid=fid").plan().id());
    assertThat(byKey.grids().get(0).code()).isEqualTo("7");
  }

  private ZoneReport run(Path file, String levels) {
    ZoneOptions options = ZoneOptions.of(file, "zones", LevelFields.parse(levels));
    return new ZoneImport(store).run(options, Progress.NONE);
  }
}
