package org.gridwright.data.store.sql;

import java.util.Map;

/**
 * Where a layer's rows lie.
 *
 * @param name of the table
 * @param alias by which the other parts name it
 * @param columns an SQL expression for each field
 * @param where which rows are the layer's
 * @param binds the parameters of {@code columns} and {@code where}
 * @param version an SQL query for the layer's version, in the same parameters
 */
record LayerTable(
    String name,
    String alias,
    Map<String, String> columns,
    String where,
    Map<String, Object> binds,
    String version) {

  /** The SQL expression of a field. */
  String column(String field) {
    String column = columns.get(field);
    if (column == null) {
      throw new IllegalStateException("the table " + name + " has no column for " + field);
    }
    return column;
  }

  String from() {
    return " FROM " + name + " " + alias;
  }
}
