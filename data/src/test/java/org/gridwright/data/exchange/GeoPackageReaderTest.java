package org.gridwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeoPackageReaderTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeTwoLayers() throws Exception {
    file = folder.resolve("a.gpkg");
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = db.createStatement()) {
      sql.execute(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT,"
              + " organization_coordsys_id INTEGER)");
      sql.execute("INSERT INTO gpkg_spatial_ref_sys VALUES (4547, 'EPSG', 4547)");
      sql.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)");
      sql.execute(
          "CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)");
      for (String layer : new String[] {"zones", "points of \"interest\""}) {
        String quoted = '"' + layer.replace("\"", "\"\"") + '"';
        sql.execute(
            "CREATE TABLE "
                + quoted
                + " (fid INTEGER PRIMARY KEY, geom BLOB, code REAL, name TEXT)");
        insert(db, "INSERT INTO gpkg_contents VALUES (?, 'features')", layer);
        insert(db, "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 4547)", layer);
      }
      insert(
          db,
          "INSERT INTO zones VALUES (7, ?, 630102.0, 'East')",
          blob(new WKTReader().read("POLYGON ((1 2, 3 2, 3 4, 1 2))")));
      insert(db, "INSERT INTO zones VALUES (8, ?, 1.5, NULL)", null);
    }
  }

  @Test
  void readsALayerWithItsSystem() {
    try (FeatureReader reader = FeatureReader.open(file, layer("zones"))) {
      assertThat(reader.crs()).contains("EPSG:4547");
      Feature east = reader.next();
      assertThat(east.id()).isEqualTo("7");
      assertThat((Object) east.geometry()).hasToString("POLYGON ((1 2, 3 2, 3 4, 1 2))");
      assertThat(east.value("code")).contains("630102");
      assertThat(east.properties()).containsOnlyKeys("fid", "code", "name");
      Feature empty = reader.next();
      assertThat((Object) empty.geometry()).isNull();
      assertThat(empty.value("code")).contains("1.5");
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void asksWhichOfSeveralLayers() {
    assertThatThrownBy(() -> FeatureReader.open(file, ReadOptions.DEFAULT))
        .hasMessage(
            "a.gpkg: the file has several layers; choose one with --layer:"
                + " points of \"interest\", zones");
    assertThatThrownBy(() -> FeatureReader.open(file, layer("Zones")))
        .hasMessageContaining("there is no layer \"Zones\"; the layers are");
    try (FeatureReader reader = FeatureReader.open(file, layer("points of \"interest\""))) {
      assertThat(reader.hasNext()).isFalse();
    }
  }

  private static ReadOptions layer(String name) {
    return new ReadOptions(null, name, TextOptions.DEFAULT);
  }

  private static void insert(Connection db, String sql, @Nullable Object value)
      throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setObject(1, value);
      statement.executeUpdate();
    }
  }

  private static byte[] blob(Geometry geometry) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    return ByteBuffer.allocate(8 + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(new byte[] {'G', 'P', 0, 1})
        .putInt(4547)
        .put(wkb)
        .array();
  }
}
