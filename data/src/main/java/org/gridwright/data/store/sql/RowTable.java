package org.gridwright.data.store.sql;

import java.util.List;

/**
 * A table as bulk writing sees it.
 *
 * @param key column whose value decides which row is replaced
 * @param columns the columns that are written; a row is an array in the same order
 */
public record RowTable(String name, String key, List<Column> columns) {

  public RowTable {
    columns = List.copyOf(columns);
  }

  /** A column and the Java type of its values; any value may be null. */
  public record Column(String name, Kind kind) {}

  /** How values of a column are held in Java. */
  public enum Kind {
    /** {@code String}. */
    TEXT,
    /** {@code Integer}. */
    INTEGER,
    /** {@code Long}. */
    LONG,
    /** {@code java.time.LocalDateTime}, to the microsecond. */
    TIMESTAMP,
    /** {@code String} holding JSON. */
    JSON,
    /** {@code byte[]}. */
    BYTES,
    /** {@code LatticePoint}. */
    POINT,
    /** {@code LatticeMultiPolygon}. */
    AREA;

    public boolean isGeometry() {
      return this == POINT || this == AREA;
    }
  }

  /** Position of the key among the columns. */
  public int keyIndex() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(key)) {
        return i;
      }
    }
    throw new IllegalStateException("table " + name + " has no column " + key);
  }

  /** The column names, separated by commas. */
  public String columnList() {
    return String.join(", ", columns.stream().map(Column::name).toList());
  }
}
