package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.Progress;
import org.gridwright.data.schema.Migrations;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.sql.LayerNames;
import org.jspecify.annotations.Nullable;

/**
 * Writes one layer to a new GeoPackage for others to read: no store, no history, no spatial index.
 * Rows are staged as they come and become typed columns with {@link #finish}: INTEGER, DOUBLE or
 * BOOLEAN where all values of a field are, TEXT otherwise. Memory does not grow with the layer. For
 * one thread; a file whose writer was not finished is not to be used.
 */
public final class GeoPackageWriter implements AutoCloseable {

  /** What the rows of a layer carry beside their fields. */
  public enum Shape {
    AREA("MULTIPOLYGON"),
    POINT("POINT"),
    NONE("");

    private final String geometry;

    Shape(String geometry) {
      this.geometry = geometry;
    }
  }

  /** As QGIS makes it. */
  private static final String STYLES =
      "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
          + " f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),"
          + " f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,"
          + " useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),"
          + " update_time DATETIME)";

  private static final int BATCH = 1_000;

  /** Rows that become typed columns in one statement. */
  private static final int PIECE = 5_000;

  private final Path file;
  private final String layer;
  private final Shape shape;
  private final List<String> fields;
  private final ColumnType[] types;
  private final Connection connection;
  private final PreparedStatement stage;
  private LatticeEnvelope extent = LatticeEnvelope.EMPTY;
  private long rows;

  private GeoPackageWriter(
      Path file, String layer, Shape shape, List<String> fields, Connection connection)
      throws SQLException {
    this.file = file;
    this.layer = layer;
    this.shape = shape;
    this.fields = fields;
    this.types = Collections.nCopies(fields.size(), ColumnType.NONE).toArray(ColumnType[]::new);
    this.connection = connection;
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(describingTables());
      statement.executeUpdate("CREATE TEMP TABLE staged (geom" + numbered(", f%d") + ")");
    }
    this.stage =
        connection.prepareStatement("INSERT INTO staged VALUES (?" + numbered(", ?") + ")");
  }

  /**
   * Begins the file.
   *
   * @param file must not exist, or be empty
   * @param layer name of its table
   * @param fields their names, in order; where one differs from another, or from {@code fid} and
   *     {@code geom}, in case only, its column gets a number
   * @throws StoreException when the file cannot be written
   */
  public static GeoPackageWriter create(Path file, String layer, Shape shape, List<String> fields) {
    try {
      Connection connection = GeoPackageStores.create(file);
      try {
        return new GeoPackageWriter(file, layer, shape, List.copyOf(fields), connection);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  /**
   * Writes a row.
   *
   * @param values texts, whole and other numbers, booleans and nulls by field; anything else as its
   *     text, numbers that are none as null
   * @param geometry a {@link LatticeMultiPolygon} or {@link LatticePoint} as the layer has; null
   *     for none
   */
  public void write(Map<String, ?> values, @Nullable Object geometry) {
    try {
      stage.setBytes(1, blob(geometry));
      for (int i = 0; i < types.length; i++) {
        Object value = ColumnType.stored(values.get(fields.get(i)));
        types[i] = types[i].with(value);
        stage.setObject(i + 2, value);
      }
      stage.addBatch();
      if (++rows % BATCH == 0) {
        stage.executeBatch();
      }
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  /**
   * Makes the layer of the rows that were written.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public void finish(Progress progress) {
    try (Statement statement = connection.createStatement()) {
      stage.executeBatch();
      statement.executeUpdate(layerSql());
      copy(progress);
      describe();
      connection.commit();
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  /**
   * Has QGIS show the layer in a style of its own format, from the table that it keeps styles in.
   */
  public void showAs(String name, String qml) {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(STYLES);
      statement.executeUpdate(
          "INSERT INTO gpkg_contents (table_name, data_type, identifier)"
              + " VALUES ('layer_styles', 'attributes', 'layer_styles')");
      try (PreparedStatement style =
          connection.prepareStatement(
              "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
                  + " f_geometry_column, styleName, styleQML, useAsDefault)"
                  + " VALUES ('', '', ?, 'geom', ?, ?, 1)")) {
        style.setString(1, layer);
        style.setString(2, name);
        style.setString(3, qml);
        style.executeUpdate();
      }
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  private void copy(Progress progress) throws SQLException {
    try (PreparedStatement copy = connection.prepareStatement(copySql())) {
      for (long copied = 0; copied < rows; copied += PIECE) {
        progress.checkpoint();
        copy.setLong(1, copied);
        copy.setLong(2, copied + PIECE);
        copy.executeUpdate();
      }
    }
  }

  /** Ends without more ado. */
  @Override
  public void close() {
    try (connection;
        stage) {
      connection.rollback();
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  private byte @Nullable [] blob(@Nullable Object geometry) {
    if (geometry instanceof LatticeMultiPolygon area && shape == Shape.AREA) {
      extent = extent.union(area.envelope());
      return GeometryBlob.of(area);
    }
    if (geometry instanceof LatticePoint point && shape == Shape.POINT) {
      extent = extent.union(new LatticeEnvelope(point.x(), point.y(), point.x(), point.y()));
      return GeometryBlob.of(point);
    }
    if (geometry != null) {
      throw new IllegalArgumentException(geometry + " in a layer of " + shape);
    }
    return null;
  }

  private String layerSql() {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(LayerNames.quoted(layer));
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (shape != Shape.NONE) {
      sql.append(", geom ").append(shape.geometry);
    }
    List<String> columns = ColumnType.distinctNames(fields);
    for (int i = 0; i < types.length; i++) {
      sql.append(", ").append(LayerNames.quoted(columns.get(i))).append(' ');
      sql.append(types[i].declared());
    }
    return sql.append(')').toString();
  }

  private String copySql() {
    String columns = (shape == Shape.NONE ? "" : ", geom") + numbered(", f%d");
    return ("INSERT INTO %s SELECT rowid%s FROM staged WHERE rowid > ? AND rowid <= ?"
            + " ORDER BY rowid")
        .formatted(LayerNames.quoted(layer), columns);
  }

  private void describe() throws SQLException {
    try (PreparedStatement contents =
        connection.prepareStatement(
            "INSERT INTO gpkg_contents"
                + " (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, 4326)")) {
      contents.setString(1, layer);
      contents.setString(2, shape == Shape.NONE ? "attributes" : "features");
      contents.setString(3, layer);
      if (!extent.isEmpty()) {
        contents.setDouble(4, Lattice.degrees(extent.minX()));
        contents.setDouble(5, Lattice.degrees(extent.minY()));
        contents.setDouble(6, Lattice.degrees(extent.maxX()));
        contents.setDouble(7, Lattice.degrees(extent.maxY()));
      }
      contents.executeUpdate();
    }
    if (shape != Shape.NONE) {
      try (PreparedStatement column =
          connection.prepareStatement(
              "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)")) {
        column.setString(1, layer);
        column.setString(2, shape.geometry);
        column.executeUpdate();
      }
    }
  }

  /** The pattern once for each field, with its number. */
  private String numbered(String pattern) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      text.append(pattern.formatted(i));
    }
    return text.toString();
  }

  /** The first migration of the store makes just the tables that the standard asks for. */
  private static String describingTables() {
    try (InputStream in =
        Objects.requireNonNull(
            Migrations.class.getResourceAsStream("geopackage/V1__geopackage.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
