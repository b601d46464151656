package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.layer.FieldType;
import org.gridwright.data.layer.Filter;
import org.gridwright.data.layer.FilterEvaluation;
import org.gridwright.data.layer.Layer;
import org.gridwright.data.layer.LayerPage;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.gridwright.data.layer.PageToken;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A layer whose rows lie in a table. Each page is one read; thread-safe. */
final class SqlLayer implements Layer {

  private final LayerSchema schema;
  private final LayerTable table;
  private final Sessions sessions;
  private final Rows rows;

  SqlLayer(LayerSchema schema, LayerTable table, Sessions sessions, Rows rows) {
    this.schema = schema;
    this.table = table;
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public LayerSchema schema() {
    return schema;
  }

  @Override
  public LayerPage read(LayerQuery asked) {
    LayerQuery query = asked.checked(schema);
    return sessions.read(handle -> page(handle, query));
  }

  @Override
  public long count(LayerQuery asked) {
    LayerQuery query = asked.checked(schema);
    Binds binds = new Binds(table.binds());
    FilterSql filter = new FilterSql(schema, table, rows.dialect(), binds, box -> false);
    String where = where(query, filter);
    if (!filter.exact()) {
      return countOneByOne(asked);
    }
    return sessions.read(
        handle ->
            binds
                .to(handle.createQuery("SELECT count(*)" + table.from() + where))
                .mapTo(Long.class)
                .one());
  }

  @Override
  public String version(LayerQuery query) {
    return sessions.read(
        handle ->
            new Binds(table.binds())
                .to(handle.createQuery(table.version()))
                .mapTo(String.class)
                .one());
  }

  private long countOneByOne(LayerQuery asked) {
    long count = 0;
    LayerQuery next = asked.after(null).columns(List.of());
    while (next != null) {
      LayerPage page = read(next);
      count += page.rows().size();
      next = page.next() == null ? null : next.after(page.next());
    }
    return count;
  }

  /** Reads on until the page is full: the database may let rows through that do not match. */
  private LayerPage page(Handle handle, LayerQuery query) {
    List<LayerRow> found = new ArrayList<>();
    LayerQuery next = query;
    while (next != null) {
      Piece piece = piece(handle, next);
      for (LayerRow row : piece.rows()) {
        if (isReadable(row)
            && (piece.exact() || FilterEvaluation.holds(query.filter(), schema, row))) {
          if (found.size() == query.page().limit()) {
            return new LayerPage(cut(found, query), PageToken.after(schema, query, last(found)));
          }
          found.add(row);
        }
      }
      boolean more = piece.rows().size() > next.page().limit();
      next = more ? next.after(PageToken.after(schema, query, last(piece.rows()))) : null;
    }
    return new LayerPage(cut(found, query), null);
  }

  /**
   * @param rows one more than the page holds, where there is one
   * @param exact whether all of them match
   */
  private record Piece(List<LayerRow> rows, boolean exact) {}

  private Piece piece(Handle handle, LayerQuery query) {
    Binds binds = new Binds(table.binds());
    FilterSql filter =
        new FilterSql(
            schema,
            table,
            rows.dialect(),
            binds,
            box -> rows.dialect().manyMeet(handle, table.name(), box, query.page().limit()));
    String where = where(query, filter);
    KeysetSql keyset = new KeysetSql(schema, query, table, rows.dialect(), binds);
    List<@Nullable Object> place = PageToken.place(schema, query);
    List<String> fields = filter.exact() ? fieldsOf(query) : schema.fieldNames();
    String sql =
        "SELECT %s%s%s%s ORDER BY %s LIMIT %d"
            .formatted(
                columns(fields),
                table.from(),
                where,
                place == null ? "" : " AND " + keyset.behind(place),
                keyset.orderBy(),
                query.page().limit() + 1L);
    return new Piece(
        binds.to(rows.query(handle, sql)).map((row, context) -> row(row, fields)).list(),
        filter.exact());
  }

  private String where(LayerQuery query, FilterSql filter) {
    String box =
        query.box() == null ? "" : " AND " + new Filter.MeetsBox(query.box()).accept(filter);
    return " WHERE " + table.where() + box + " AND " + query.filter().accept(filter);
  }

  /** Those of the answer, and those that say where a row stands. */
  private List<String> fieldsOf(LayerQuery query) {
    Set<String> fields = new LinkedHashSet<>(Objects.requireNonNull(query.columns()));
    query.sort().forEach(key -> fields.add(key.field()));
    return List.copyOf(fields);
  }

  private String columns(List<String> fields) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(table.column(fields.get(i)) + " AS c" + i);
    }
    if (schema.shape() != Shape.NONE) {
      columns.add(rows.dialect().geometry(table.alias() + ".geom") + " AS geom");
    }
    return String.join(", ", columns);
  }

  private LayerRow row(ResultSet row, List<String> fields) throws SQLException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i), value(row, "c" + i, schema.field(fields.get(i)).type()));
    }
    byte @Nullable [] geometry = schema.shape() == Shape.NONE ? null : row.getBytes("geom");
    LatticeMultiPolygon area =
        geometry == null || schema.shape() != Shape.AREA
            ? null
            : readable(() -> rows.area(geometry));
    LatticePoint point =
        schema.shape() == Shape.POINT ? readable(() -> rows.point(row, "geom")) : null;
    return new LayerRow(String.valueOf(values.get(schema.key())), values, area, point);
  }

  /** A row that another program wrote, and whose place cannot be read, is in no layer of places. */
  private boolean isReadable(LayerRow row) {
    return schema.shape() != Shape.POINT || row.point() != null;
  }

  /** Reads a geometry. */
  private interface Reading<T> {
    T read() throws SQLException;
  }

  private static <T> @Nullable T readable(Reading<T> geometry) throws SQLException {
    try {
      return geometry.read();
    } catch (RuntimeException unreadable) {
      return null;
    }
  }

  private static @Nullable Object value(ResultSet row, String column, FieldType type)
      throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      return null;
    }
    return switch (type) {
      case TEXT -> text;
      case INTEGER -> Long.valueOf(text);
      case TIMESTAMP -> TimeText.parse(text);
    };
  }

  private static LayerRow last(List<LayerRow> rows) {
    return rows.get(rows.size() - 1);
  }

  private static List<LayerRow> cut(List<LayerRow> found, LayerQuery query) {
    return found.stream().map(row -> row.only(Objects.requireNonNull(query.columns()))).toList();
  }
}
