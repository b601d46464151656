package org.gridwright.data.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature layer of a GeoPackage (OGC 12-128r18).
 *
 * @param table its table or view
 * @param geometryColumn name of the geometry column
 * @param keyColumn name of the integer primary key; {@code rowid} where there is none
 * @param crs as {@code EPSG:n}; empty where the file says it is undefined
 * @param rows how many features it has
 */
record GeoPackageLayer(
    String table, String geometryColumn, String keyColumn, Optional<String> crs, long rows) {

  private static final String LAYERS =
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' ORDER BY table_name";
  private static final String LAYER =
      "SELECT g.column_name, s.organization, s.organization_coordsys_id, g.srs_id"
          + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
          + " WHERE g.table_name = ?";

  /**
   * The layer of the given name, or the only one.
   *
   * @throws InputException when there is no such layer, or several and none is named
   */
  static GeoPackageLayer choose(Connection connection, InputFile file, @Nullable String wanted)
      throws SQLException {
    List<String> layers = layers(connection, file);
    String names = String.join(", ", layers);
    if (layers.isEmpty()) {
      throw InputException.at(file.source(), "input.geopackage-no-layer");
    }
    if (wanted != null && !layers.contains(wanted)) {
      throw InputException.at(file.source(), "input.geopackage-layer-unknown", wanted, names);
    }
    if (wanted == null && layers.size() > 1) {
      throw InputException.at(file.source(), "input.geopackage-layers", names);
    }
    return describe(connection, file, wanted == null ? layers.get(0) : wanted);
  }

  String quotedTable() {
    return quoted(table);
  }

  static List<String> layers(Connection connection, InputFile file) throws SQLException {
    List<String> layers = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "SELECT 1 FROM sqlite_master WHERE name = 'gpkg_contents' COLLATE NOCASE")) {
        if (!tables.next()) {
          throw InputException.at(file.source(), "input.not-geopackage");
        }
      }
      try (ResultSet names = statement.executeQuery(LAYERS)) {
        while (names.next()) {
          layers.add(names.getString(1));
        }
      }
    }
    return layers;
  }

  private static GeoPackageLayer describe(Connection connection, InputFile file, String table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAYER)) {
      statement.setString(1, table);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw InputException.at(file.source(), "input.geopackage-layer-unknown", table, "");
        }
        return new GeoPackageLayer(
            table,
            found.getString(1),
            key(connection, table),
            crs(file, found.getString(2), found.getInt(3), found.getInt(4)),
            count(connection, table));
      }
    }
  }

  private static Optional<String> crs(
      InputFile file, @Nullable String organization, int code, int srsId) {
    if (srsId == 0 || srsId == -1) {
      return Optional.empty();
    }
    String name = organization + ":" + code;
    return Optional.of(
        ReadOptions.code(name)
            .orElseThrow(() -> InputException.at(file.source(), "input.crs-unknown", name)));
  }

  private static String key(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet columns = statement.executeQuery("PRAGMA table_info(" + quoted(table) + ")")) {
      while (columns.next()) {
        if (columns.getInt("pk") == 1) {
          return columns.getString("name");
        }
      }
      return "rowid";
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("SELECT count(*) FROM " + quoted(table))) {
      count.next();
      return count.getLong(1);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
