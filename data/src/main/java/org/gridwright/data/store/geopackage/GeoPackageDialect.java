package org.gridwright.data.store.geopackage;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.sql.Dialect;
import org.gridwright.data.store.sql.LayerNames;
import org.gridwright.data.store.sql.RowTable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The SQL of SQLite, and the tables by which a GeoPackage describes itself. */
final class GeoPackageDialect implements Dialect {

  private static final String NOW = "strftime('%Y-%m-%dT%H:%M:%fZ','now')";

  private final Path file;

  GeoPackageDialect(Path file) {
    this.file = file;
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

  /** The index holds 32-bit bounds rounded outwards, so the exact ones are compared after it. */
  @Override
  public String meetsBox(String table, String alias) {
    return "%2$s.fid IN (SELECT id FROM rtree_%1$s_geom WHERE minx <= :east AND maxx >= :west"
        .concat(" AND miny <= :north AND maxy >= :south)")
        .concat(" AND ST_MinX(%2$s.geom) <= :east AND ST_MaxX(%2$s.geom) >= :west")
        .concat(" AND ST_MinY(%2$s.geom) <= :north AND ST_MaxY(%2$s.geom) >= :south")
        .formatted(table, alias);
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

  @Override
  public void layerChanged(Handle handle, String layer, LatticeEnvelope extent) {
    handle
        .createUpdate(
            "UPDATE gpkg_contents SET last_change = " + NOW + " WHERE table_name = :layer")
        .bind("layer", layer)
        .execute();
    if (!extent.isEmpty()) {
      handle
          .createUpdate(
              "UPDATE gpkg_contents SET min_x = min(coalesce(min_x, :west), :west),"
                  + " min_y = min(coalesce(min_y, :south), :south),"
                  + " max_x = max(coalesce(max_x, :east), :east),"
                  + " max_y = max(coalesce(max_y, :north), :north) WHERE table_name = :layer")
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
