package org.gridwright.data.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.sql.RowTable;
import org.gridwright.data.store.sql.RowTable.Column;
import org.jspecify.annotations.Nullable;

/** Rows that replace those of the same key: few by statements, many by COPY and one statement. */
final class UpsertWriter {

  /** Up to here a temporary table costs more than it saves. */
  private static final int FEW = 200;

  private UpsertWriter() {}

  static void replace(Connection connection, RowTable table, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    List<@Nullable Object[]> first = new ArrayList<>();
    while (rows.hasNext() && first.size() < FEW) {
      first.add(rows.next());
    }
    replaceFew(connection, table, first);
    if (rows.hasNext()) {
      replaceMany(connection, table, rows);
    }
  }

  private static void replaceFew(
      Connection connection, RowTable table, List<@Nullable Object[]> rows) throws SQLException {
    String values =
        table.columns().stream()
            .map(column -> column.kind().isGeometry() ? "ST_GeomFromEWKB(?)" : "?")
            .collect(Collectors.joining(", "));
    try (PreparedStatement upsert =
        connection.prepareStatement(
            insertInto(table) + "VALUES (" + values + ")" + orUpdate(table))) {
      for (@Nullable Object[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          upsert.setObject(i + 1, sent(row[i]));
        }
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static void replaceMany(
      Connection connection, RowTable table, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    String incoming = "incoming_" + table.name();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TEMP TABLE " + incoming + " (LIKE " + table.name() + " INCLUDING IDENTITY)");
      CopyWriter.copy(connection, "pg_temp." + incoming, table, rows);
      statement.execute(
          insertInto(table)
              + "SELECT DISTINCT ON (%1$s) %2$s FROM pg_temp.%3$s ORDER BY %1$s, fid DESC"
                  .formatted(table.key(), table.columnList(), incoming)
              + orUpdate(table));
      statement.execute("DROP TABLE pg_temp." + incoming);
      statement.execute("ANALYZE " + table.name());
    }
  }

  private static String insertInto(RowTable table) {
    return "INSERT INTO " + table.name() + " (" + table.columnList() + ") ";
  }

  private static String orUpdate(RowTable table) {
    return " ON CONFLICT (%s) DO UPDATE SET ".formatted(table.key())
        + table.columns().stream()
            .map(Column::name)
            .filter(name -> !name.equals(table.key()))
            .map(name -> name + " = EXCLUDED." + name)
            .collect(Collectors.joining(", "));
  }

  private static @Nullable Object sent(@Nullable Object value) {
    if (value instanceof LatticePoint point) {
      return Ewkb.of(point);
    }
    return value instanceof LatticeMultiPolygon area ? Ewkb.of(area) : value;
  }
}
