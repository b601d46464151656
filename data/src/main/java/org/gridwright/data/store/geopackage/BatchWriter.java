package org.gridwright.data.store.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.store.sql.RowTable;
import org.gridwright.data.store.sql.TimeText;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/**
 * Bulk writing in batches of the running transaction. Replacing deletes and inserts, because the
 * index triggers of GeoPackage 1.3 do not work under {@code ON CONFLICT DO UPDATE}.
 */
final class BatchWriter {

  private static final int BATCH = 1_000;

  private BatchWriter() {}

  static void insert(Connection connection, RowTable table, Iterator<@Nullable Object[]> rows) {
    try (PreparedStatement insert = connection.prepareStatement(insertSql(table))) {
      for (int pending = 1; rows.hasNext(); pending++) {
        addRow(insert, rows.next());
        if (pending % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  static void replace(Connection connection, RowTable table, Iterator<@Nullable Object[]> rows) {
    String deleteSql = "DELETE FROM " + table.name() + " WHERE " + table.key() + " = ?";
    int key = table.keyIndex();
    try (PreparedStatement delete = connection.prepareStatement(deleteSql);
        PreparedStatement insert = connection.prepareStatement(insertSql(table))) {
      Map<@Nullable Object, @Nullable Object[]> batch = new LinkedHashMap<>();
      while (rows.hasNext()) {
        @Nullable Object[] row = rows.next();
        batch.put(row[key], row);
        if (batch.size() == BATCH || !rows.hasNext()) {
          flush(delete, insert, batch.values(), key);
          batch.clear();
        }
      }
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
  }

  private static void flush(
      PreparedStatement delete,
      PreparedStatement insert,
      Collection<@Nullable Object[]> rows,
      int key)
      throws SQLException {
    for (@Nullable Object[] row : rows) {
      delete.setObject(1, row[key]);
      delete.addBatch();
      addRow(insert, row);
    }
    delete.executeBatch();
    insert.executeBatch();
  }

  private static void addRow(PreparedStatement insert, @Nullable Object[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      insert.setObject(i + 1, stored(row[i]));
    }
    insert.addBatch();
  }

  private static @Nullable Object stored(@Nullable Object value) {
    if (value instanceof LatticePoint point) {
      return GeometryBlob.of(point);
    }
    if (value instanceof LatticeMultiPolygon area) {
      return GeometryBlob.of(area);
    }
    return value instanceof LocalDateTime time ? TimeText.of(time) : value;
  }

  private static String insertSql(RowTable table) {
    String places = String.join(", ", table.columns().stream().map(column -> "?").toList());
    return "INSERT INTO " + table.name() + " (" + table.columnList() + ") VALUES (" + places + ")";
  }
}
