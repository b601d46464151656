package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Reading and writing rows with geometry, and the counts of changes. Thread-safe. */
public final class Rows {

  /** Rows that a reader fetches at a time, so that memory does not grow with the result. */
  private static final int FETCH_SIZE = 500;

  private static final int KEYS_PER_QUERY = 500;

  private final Dialect dialect;

  Rows(Dialect dialect) {
    this.dialect = dialect;
  }

  Dialect dialect() {
    return dialect;
  }

  /** A query that fetches piece by piece. */
  Query query(Handle handle, String sql) {
    return handle.createQuery(sql).setFetchSize(FETCH_SIZE);
  }

  /**
   * Rows whose key is among some texts, a few hundred of them a query. Rows of one query come in
   * its order, queries in the order of the keys. Rows that cannot be read are left out.
   *
   * @param sql with {@code %s} for the list of keys
   * @param bound binds what else the query asks for
   */
  static <T> List<T> among(
      Handle handle,
      String sql,
      Collection<String> keys,
      UnaryOperator<Query> bound,
      RowMapper<T> mapper) {
    List<String> all = List.copyOf(keys);
    List<T> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i += KEYS_PER_QUERY) {
      List<String> some = all.subList(i, Math.min(i + KEYS_PER_QUERY, all.size()));
      String places =
          IntStream.range(0, some.size())
              .mapToObj(k -> ":key" + k)
              .collect(Collectors.joining(","));
      Query query = bound.apply(handle.createQuery(sql.formatted(places)));
      for (int k = 0; k < some.size(); k++) {
        query.bind("key" + k, some.get(k));
      }
      found.addAll(SoundRows.list(query, mapper));
    }
    return found;
  }

  LatticePoint point(ResultSet row, String column) throws SQLException {
    return Wkb.readPoint(dialect.wkb(row.getBytes(column)));
  }

  /** The area in bytes of {@link Dialect#geometry}. */
  LatticeMultiPolygon area(byte[] stored) {
    return Wkb.readArea(dialect.wkb(stored));
  }

  LatticeMultiPolygon requireArea(ResultSet row, String column) throws SQLException {
    return Wkb.readArea(dialect.wkb(row.getBytes(column)));
  }

  /**
   * Binds the parameters of {@link Dialect#meetsBox(String, String)}; nothing where there is no
   * box.
   */
  public static <S extends SqlStatement<S>> S bindBox(S statement, @Nullable LatticeEnvelope box) {
    if (box == null) {
      return statement;
    }
    return statement
        .bind("west", Lattice.degrees(box.minX()))
        .bind("south", Lattice.degrees(box.minY()))
        .bind("east", Lattice.degrees(box.maxX()))
        .bind("north", Lattice.degrees(box.maxY()));
  }

  /** {@code " AND …"} that keeps rows meeting the box; empty where there is no box. */
  String andMeetsBox(String table, String alias, @Nullable LatticeEnvelope box) {
    return box == null ? "" : " AND " + dialect.meetsBox(table, alias);
  }

  /** Writes items, replacing those of the same key, and counts the change; returns how many. */
  <T> long replace(
      Handle handle, RowTable table, Iterator<T> items, Function<T, @Nullable Object[]> toRow) {
    long count = replaceCounted(handle, table, items, toRow);
    if (count > 0) {
      countChange(handle, table.name());
    }
    return count;
  }

  /** As {@link #replace}, for whoever has counted the change. */
  <T> long replaceCounted(
      Handle handle, RowTable table, Iterator<T> items, Function<T, @Nullable Object[]> toRow) {
    Counted<T> rows = new Counted<>(table, items, toRow);
    dialect.replace(handle, table, rows);
    if (rows.count > 0) {
      dialect.layerChanged(handle, table.name(), rows.extent);
    }
    return rows.count;
  }

  /** Adds items, which have no row yet. */
  <T> void insert(
      Handle handle, RowTable table, Iterator<T> items, Function<T, @Nullable Object[]> toRow) {
    Counted<T> rows = new Counted<>(table, items, toRow);
    dialect.insert(handle, table, rows);
    dialect.layerChanged(handle, table.name(), rows.extent);
  }

  static void countChange(Handle handle, String table) {
    handle
        .createUpdate("UPDATE change_count SET changes = changes + 1 WHERE subject = :subject")
        .bind("subject", table)
        .execute();
  }

  /** The number of writes to a table so far. */
  String version(Handle handle, String table) {
    return handle
        .createQuery("SELECT changes FROM change_count WHERE subject = :subject")
        .bind("subject", table)
        .mapTo(String.class)
        .one();
  }

  /** Turns items into rows, counting them and their extent. */
  private static final class Counted<T> implements Iterator<@Nullable Object[]> {

    private final Iterator<T> items;
    private final Function<T, @Nullable Object[]> toRow;
    private final int geometry;
    private long count;
    private LatticeEnvelope extent = LatticeEnvelope.EMPTY;

    Counted(RowTable table, Iterator<T> items, Function<T, @Nullable Object[]> toRow) {
      this.items = items;
      this.toRow = toRow;
      int found = -1;
      for (int i = 0; i < table.columns().size(); i++) {
        found = table.columns().get(i).kind().isGeometry() ? i : found;
      }
      this.geometry = found;
    }

    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public @Nullable Object[] next() {
      @Nullable Object[] row = toRow.apply(items.next());
      count++;
      if (geometry >= 0) {
        if (row[geometry] instanceof LatticePoint p) {
          extent = extent.union(new LatticeEnvelope(p.x(), p.y(), p.x(), p.y()));
        } else if (row[geometry] instanceof LatticeMultiPolygon area) {
          extent = extent.union(area.envelope());
        }
      }
      return row;
    }
  }
}
