package org.gridwright.data.exchange;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.crs.CrsNames;
import org.gridwright.crs.CrsTransform;
import org.jspecify.annotations.Nullable;

/**
 * A feature layer of a GeoPackage (OGC 12-128r18).
 *
 * @param table its table or view
 * @param geometryColumn name of the geometry column
 * @param keyColumn name of the integer primary key; {@code rowid} where there is none
 * @param system what the file says the reference system is: its code, where that is known, or its
 *     definition in well-known text; empty where the file says that it is undefined
 * @param rows how many features it has
 */
record GeoPackageLayer(
    String table, String geometryColumn, String keyColumn, Optional<String> system, long rows) {

  private static final String LAYERS =
      "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' COLLATE NOCASE"
          + " ORDER BY table_name";
  private static final String LAYER =
      "SELECT g.column_name, s.organization, s.organization_coordsys_id, g.srs_id"
          + " FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id"
          + " WHERE g.table_name = ? COLLATE NOCASE";
  private static final String SYSTEM = "SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?";

  /** Columns that hold a definition: of version 1, and where it cannot say it, of version 2. */
  private static final List<String> DEFINITIONS = List.of("definition", "definition_12_063");

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
    if (wanted == null && layers.size() > 1) {
      throw InputException.at(file.source(), "input.geopackage-layers", names);
    }
    String layer =
        layers.stream()
            .filter(it -> wanted == null || it.equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    InputException.at(
                        file.source(),
                        "input.geopackage-layer-unknown",
                        String.valueOf(wanted),
                        names));
    return describe(connection, file, layer);
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

  /** Names of tables are the same whatever their case (SQLite), also between its own tables. */
  private static GeoPackageLayer describe(Connection connection, InputFile file, String table)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LAYER)) {
      statement.setString(1, table);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw InputException.at(file.source(), "input.geopackage-layer-unregistered", table);
        }
        return new GeoPackageLayer(
            table,
            found.getString(1),
            key(connection, table),
            system(connection, found.getString(2), found.getInt(3), found.getInt(4)),
            count(connection, table));
      }
    }
  }

  private static Optional<String> system(
      Connection connection, @Nullable String organization, int code, int srsId)
      throws SQLException {
    if (srsId == 0 || srsId == -1) {
      return Optional.empty();
    }
    String name = organization == null ? "srs_id " + srsId : organization + ":" + code;
    return Optional.of(
        CrsTransform.isKnown(name) ? name : definition(connection, srsId).orElse(name));
  }

  private static Optional<String> definition(Connection connection, int srsId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SYSTEM)) {
      statement.setInt(1, srsId);
      try (ResultSet row = statement.executeQuery()) {
        ResultSetMetaData columns = row.getMetaData();
        boolean found = row.next();
        for (int i = 1; found && i <= columns.getColumnCount(); i++) {
          String text = DEFINITIONS.contains(columns.getColumnName(i)) ? row.getString(i) : null;
          if (text != null && CrsNames.isDefinition(text)) {
            return Optional.of(text);
          }
        }
        return Optional.empty();
      }
    }
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
