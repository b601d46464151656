package org.gridwright.data.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridwright.data.layer.Field;
import org.gridwright.data.layer.FieldType;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The order of a checked query, and what comes behind a place in it, as SQL. Missing values last.
 */
final class KeysetSql {

  private final LayerSchema schema;
  private final List<SortKey> keys;
  private final LayerTable table;
  private final Dialect dialect;
  private final Binds binds;

  KeysetSql(
      LayerSchema schema, LayerQuery checked, LayerTable table, Dialect dialect, Binds binds) {
    this.schema = schema;
    this.keys = checked.sort();
    this.table = table;
    this.dialect = dialect;
    this.binds = binds;
  }

  String orderBy() {
    return keys.stream()
        .map(
            key -> {
              String column = column(key) + (key.ascending() ? "" : " DESC");
              boolean required = schema.field(key.field()).required();
              return required ? column : "(" + table.column(key.field()) + " IS NULL), " + column;
            })
        .collect(Collectors.joining(", "));
  }

  /**
   * Rows behind a place: further in the first key, or level there and further in the second, and so
   * on. Where the first key is always there, it is said once more on its own, for the index.
   */
  String behind(List<@Nullable Object> place) {
    List<String> ways = new ArrayList<>();
    StringBuilder level = new StringBuilder();
    for (int i = 0; i < keys.size(); i++) {
      ways.add("(" + level + further(keys.get(i), place.get(i)) + ")");
      level.append(equal(keys.get(i), place.get(i))).append(" AND ");
    }
    return firstBound(place) + "(" + String.join(" OR ", ways) + ")";
  }

  private String firstBound(List<@Nullable Object> place) {
    Object first = place.get(0);
    boolean required = schema.field(keys.get(0).field()).required();
    return first == null || !required || keys.size() == 1
        ? ""
        : column(keys.get(0))
            + (keys.get(0).ascending() ? " >= " : " <= ")
            + binds.add(FilterSql.sent(first))
            + " AND ";
  }

  private String further(SortKey key, @Nullable Object value) {
    if (value == null) {
      return "1 = 0";
    }
    Field field = schema.field(key.field());
    String further =
        column(key) + (key.ascending() ? " > " : " < ") + binds.add(FilterSql.sent(value));
    return field.required()
        ? further
        : "(" + further + " OR " + table.column(key.field()) + " IS NULL)";
  }

  private String equal(SortKey key, @Nullable Object value) {
    return value == null
        ? table.column(key.field()) + " IS NULL"
        : column(key) + " = " + binds.add(FilterSql.sent(value));
  }

  private String column(SortKey key) {
    String column = table.column(key.field());
    return schema.field(key.field()).type() == FieldType.TEXT
        ? dialect.byCodePoint(column)
        : column;
  }
}
