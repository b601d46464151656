package org.gridwright.data.store.postgis;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.sql.Dialect;
import org.gridwright.data.store.sql.LayerNames;
import org.gridwright.data.store.sql.RowTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of PostgreSQL with PostGIS. */
final class PostgisDialect implements Dialect {

  private final String description;

  PostgisDialect(String description) {
    this.description = description;
  }

  @Override
  public String geometry(String column) {
    return "ST_AsBinary(" + column + ")";
  }

  @Override
  public ByteBuffer wkb(byte[] stored) {
    return ByteBuffer.wrap(stored);
  }

  @Override
  public String json(String column) {
    return "CAST(" + column + " AS text)";
  }

  @Override
  public String today() {
    return "CURRENT_DATE";
  }

  @Override
  public String inIndex(String table, String alias, String box) {
    return "%1$s.geom && ST_MakeEnvelope(:%2$swest, :%2$ssouth, :%2$seast, :%2$snorth, 4326)"
        .formatted(alias, box);
  }

  @Override
  public String rectangleMeets(String alias, String box) {
    return "ST_XMin(%1$s.geom) <= :%2$seast AND ST_XMax(%1$s.geom) >= :%2$swest"
        .concat(" AND ST_YMin(%1$s.geom) <= :%2$snorth AND ST_YMax(%1$s.geom) >= :%2$ssouth")
        .formatted(alias, box);
  }

  /** The planner of PostgreSQL knows, and leaves the index aside by itself. */
  @Override
  public boolean manyMeet(Handle handle, String table, LatticeEnvelope box, int page) {
    return false;
  }

  @Override
  public String byCodePoint(String expression) {
    return expression + " COLLATE \"C\"";
  }

  @Override
  public String like(String expression, String parameter) {
    return expression + " LIKE " + parameter;
  }

  /** As it is: PostgreSQL escapes by a backslash. */
  @Override
  public String likePattern(String pattern) {
    return pattern;
  }

  @Override
  public String member(String jsonColumn, String parameter) {
    return "jsonb_extract_path_text(" + jsonColumn + ", " + parameter + ")";
  }

  @Override
  public String members(String jsonColumn) {
    return "jsonb_object_keys(CASE WHEN jsonb_typeof(%1$s) = 'object' THEN %1$s ELSE '{}' END) j(key)"
        .formatted(jsonColumn);
  }

  @Override
  public String hour(String column) {
    return "CAST(extract(hour FROM " + column + ") AS int)";
  }

  @Override
  public String weekday(String column) {
    return "(CAST(extract(isodow FROM " + column + ") AS int) - 1)";
  }

  @Override
  public String day(String column) {
    return "to_char(" + column + ", 'YYYY-MM-DD')";
  }

  @Override
  public String readableTime(String column) {
    return "(%1$s >= '0001-01-01' AND %1$s < '10000-01-01')".formatted(column);
  }

  @Override
  public String readableDay(String column) {
    return "(%1$s IS NULL OR (%1$s >= '0001-01-01' AND %1$s < '10000-01-01'))".formatted(column);
  }

  @Override
  public void beginOwn(Handle handle) {
    handle.createQuery("SELECT set_config('gridwright.own', '1', true)").mapTo(String.class).one();
  }

  @Override
  public void endOwn(Handle handle) {} // the setting ends with the transaction

  @Override
  public Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  public void insert(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows) {
    try {
      CopyWriter.copy(handle.getConnection(), table.name(), table, rows);
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public void replace(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows) {
    try {
      UpsertWriter.replace(handle.getConnection(), table, rows);
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  @Override
  public void lockTheme(Handle handle, String theme) {
    handle
        .createQuery("SELECT fid FROM theme WHERE id = :id FOR UPDATE")
        .bind("id", theme)
        .mapTo(Long.class)
        .one();
  }

  @Override
  public boolean relationExists(Handle handle, String name) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = current_schema() AND lower(c.relname) = lower(:name))")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public void createLayer(Handle handle, String view, String title, String select) {
    String name = LayerNames.quoted(view);
    try (var statement = handle.getConnection().createStatement()) {
      statement.execute("CREATE VIEW " + name + " AS " + select);
      statement.execute("COMMENT ON VIEW " + name + " IS " + statement.enquoteLiteral(title));
    } catch (SQLException e) {
      throw explain(e);
    }
  }

  /** Nothing to do: programs ask the database. */
  @Override
  public void layerChanged(Handle handle, String layer, LatticeEnvelope extent) {}

  /** Nothing to do: programs ask the database. */
  @Override
  public void unitLayersChanged(Handle handle, List<String> views) {}

  @Override
  public StoreException explain(SQLException failure) {
    return PostgisFailures.explain(description, failure);
  }
}
