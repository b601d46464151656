package org.gridwright.data.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.sql.Dialect;
import org.gridwright.data.store.sql.LayerNames;
import org.gridwright.data.store.sql.RowTable;
import org.gridwright.data.store.sql.Rows;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of SQLite, and the tables by which a GeoPackage describes itself. */
final class GeoPackageDialect implements Dialect {

  private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ','now')";
  private static final String MINUTE_AGO = "strftime('%Y-%m-%dT%H:%M:%fZ','now','-1 minute')";

  private final Path file;

  GeoPackageDialect(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  @Override
  public String geometry(String column) {
    return column;
  }

  @Override
  public ByteBuffer wkb(byte[] stored) {
    return GeometryBlob.wkb(stored);
  }

  @Override
  public String json(String column) {
    return column;
  }

  @Override
  public String today() {
    return "date('now','localtime')";
  }

  @Override
  public String inIndex(String table, String alias, String box) {
    return alias + ".fid IN (SELECT id " + fromIndex(table, box) + ")";
  }

  @Override
  public String rectangleMeets(String alias, String box) {
    return "ST_MinX(%1$s.geom) <= :%2$seast AND ST_MaxX(%1$s.geom) >= :%2$swest"
        .concat(" AND ST_MinY(%1$s.geom) <= :%2$snorth AND ST_MaxY(%1$s.geom) >= :%2$ssouth")
        .formatted(alias, box);
  }

  /**
   * SQLite does not know how many rows of an rtree meet a box. With n rows in all, m of which meet
   * it, a walk by the index costs about m rows for each of m / page pages, one row by row n in all.
   */
  @Override
  public boolean manyMeet(Handle handle, String table, LatticeEnvelope box, int page) {
    long all =
        handle.createQuery("SELECT coalesce(max(fid), 0) FROM " + table).mapTo(Long.class).one();
    long worthwhile = (long) Math.sqrt((double) all * page);
    String counted = "SELECT count(*) FROM (SELECT id %s LIMIT :most)";
    return Rows.bindBox(handle.createQuery(counted.formatted(fromIndex(table, ""))), box)
            .bind("most", worthwhile + 1)
            .mapTo(Long.class)
            .one()
        > worthwhile;
  }

  private static String fromIndex(String table, String box) {
    return "FROM rtree_%1$s_geom WHERE minx <= :%2$seast AND maxx >= :%2$swest"
        .concat(" AND miny <= :%2$snorth AND maxy >= :%2$ssouth")
        .formatted(table, box);
  }

  @Override
  public String byCodePoint(String expression) {
    return expression;
  }

  /** LIKE of SQLite takes upper and lower case of ASCII letters for the same; GLOB does not. */
  @Override
  public String like(String expression, String parameter) {
    return expression + " GLOB " + parameter;
  }

  @Override
  public String likePattern(String pattern) {
    StringBuilder glob = new StringBuilder();
    boolean escaped = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!escaped && c == '\\') {
        escaped = true;
      } else {
        glob.append(escaped ? literal(c) : c == '%' ? "*" : c == '_' ? "?" : literal(c));
        escaped = false;
      }
    }
    return glob.toString();
  }

  private static String literal(char c) {
    return c == '*' || c == '?' || c == '[' ? "[" + c + "]" : String.valueOf(c);
  }

  @Override
  public String member(String jsonColumn, String parameter) {
    return "(SELECT j.value FROM json_each(%s) j WHERE j.key = %s)"
        .formatted(readableJson(jsonColumn), parameter);
  }

  @Override
  public String members(String jsonColumn) {
    return "json_each(" + readableJson(jsonColumn) + ") j";
  }

  /** What is no JSON, because another program wrote it, has no members. */
  private static String readableJson(String column) {
    return "CASE WHEN json_valid(%1$s) AND json_type(%1$s) = 'object' THEN %1$s ELSE '{}' END"
        .formatted(column);
  }

  @Override
  public String hour(String column) {
    return "CAST(substr(" + column + ", 12, 2) AS INTEGER)";
  }

  @Override
  public String weekday(String column) {
    return "((CAST(strftime('%w', substr(" + column + ", 1, 10)) AS INTEGER) + 6) % 7)";
  }

  @Override
  public String day(String column) {
    return "substr(" + column + ", 1, 10)";
  }

  @Override
  public String readableTime(String column) {
    return ("((SELECT changes FROM change_count WHERE subject = 'foreign') = 0"
            + " OR (length(%1$s) BETWEEN 16 AND 29 AND replace(substr(%1$s, 1, 19), ' ', 'T')"
            + " = substr(strftime('%%Y-%%m-%%dT%%H:%%M:%%S', substr(%1$s, 1, 19)), 1,"
            + " min(length(%1$s), 19)) AND %1$s >= '0001' AND (length(%1$s) <= 19"
            + " OR (substr(%1$s, 20, 1) = '.'"
            + " AND ltrim(substr(%1$s, 21), '0123456789') = ''))))")
        .formatted(column);
  }

  @Override
  public String readableDay(String column) {
    return "(%1$s IS NULL OR (date(%1$s) = %1$s AND %1$s >= '0001'))".formatted(column);
  }

  @Override
  public void beginOwn(Handle handle) {
    own(handle, 1);
  }

  @Override
  public void endOwn(Handle handle) {
    own(handle, 0);
  }

  private static void own(Handle handle, int own) {
    handle.execute("UPDATE change_count SET changes = ? WHERE subject = 'own'", own);
  }

  @Override
  public Instant instant(ResultSet row, String column) throws SQLException {
    return Instant.parse(row.getString(column));
  }

  @Override
  public void insert(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows) {
    BatchWriter.insert(handle.getConnection(), table, rows);
  }

  @Override
  public void replace(Handle handle, RowTable table, Iterator<@Nullable Object[]> rows) {
    BatchWriter.replace(handle.getConnection(), table, rows);
  }

  /** Nothing to do: a file has one writer. */
  @Override
  public void lockTheme(Handle handle, String theme) {}

  @Override
  public boolean relationExists(Handle handle, String name) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE lower(name) = lower(:name))")
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  @Override
  public void createLayer(Handle handle, String view, String title, String select) {
    try (var statement = handle.getConnection().createStatement()) {
      statement.execute("CREATE VIEW " + LayerNames.quoted(view) + " AS " + select);
    } catch (SQLException e) {
      throw explain(e);
    }
    handle
        .createUpdate(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
                + " VALUES (:view, 'features', :view, :title, 4326)")
        .bind("view", view)
        .bind("title", title)
        .execute();
    handle
        .createUpdate(
            "INSERT INTO gpkg_geometry_columns VALUES (:view, 'geom', 'MULTIPOLYGON', 4326, 0, 0)")
        .bind("view", view)
        .execute();
  }

  /**
   * To the minute: a row of its own for the moment of each change would cost the log as much again
   * as an index does. The extent is always exact.
   */
  @Override
  public void layerChanged(Handle handle, String layer, LatticeEnvelope extent) {
    handle
        .createUpdate(
            "UPDATE gpkg_contents SET last_change = "
                + NOW
                + " WHERE table_name = :layer AND last_change NOT BETWEEN "
                + MINUTE_AGO
                + " AND "
                + NOW)
        .bind("layer", layer)
        .execute();
    if (!extent.isEmpty()) {
      handle
          .createUpdate(
              "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, :west), :west),"
                  + " min_y = min(coalesce(min_y, :south), :south),"
                  + " max_x = max(coalesce(max_x, :east), :east),"
                  + " max_y = max(coalesce(max_y, :north), :north) WHERE table_name = :layer"
                  + " AND (min_x IS NULL OR min_x > :west OR min_y > :south"
                  + " OR max_x < :east OR max_y < :north)")
          .bind("west", Lattice.degrees(extent.minX()))
          .bind("south", Lattice.degrees(extent.minY()))
          .bind("east", Lattice.degrees(extent.maxX()))
          .bind("north", Lattice.degrees(extent.maxY()))
          .bind("layer", layer)
          .execute();
    }
  }

  @Override
  public void unitLayersChanged(Handle handle, List<String> views) {
    for (String view : views) {
      handle
          .createUpdate(
              "UPDATE gpkg_contents SET (last_change, min_x, min_y, max_x, max_y) = (SELECT "
                  + NOW
                  + ", min_x, min_y, max_x, max_y FROM gpkg_contents"
                  + " WHERE table_name = 'unit_version') WHERE table_name = :view")
          .bind("view", view)
          .execute();
    }
  }

  @Override
  public StoreException explain(SQLException failure) {
    return GeoPackageFailures.explain(file, failure);
  }
}
