package org.gridwright.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** Everything that a GeoPackage holds, as text that can be compared. */
final class StoreContent {

  private StoreContent() {}

  /** Every row of every table, and the definitions of tables, views and triggers. */
  static List<String> of(Path file) {
    List<String> content = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      add(statement, "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2", content);
      for (String table : tables(statement)) {
        content.add("-- " + table);
        add(statement, "SELECT * FROM \"" + table + "\" ORDER BY 1", content);
      }
      return content;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy of a closed store. */
  static Path copy(Path file, Path goal) {
    try {
      return Files.copy(file, goal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs statements on a store, as another program would. */
  static void execute(Path file, String... sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String each : sql) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet names =
        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")) {
      while (names.next()) {
        tables.add(names.getString(1));
      }
    }
    return tables;
  }

  private static void add(Statement statement, String query, List<String> content)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int i = 1; i <= columns; i++) {
          Object value = rows.getObject(i);
          row.add(value instanceof byte[] b ? HexFormat.of().formatHex(b) : String.valueOf(value));
        }
        content.add(row.toString());
      }
    }
  }
}
