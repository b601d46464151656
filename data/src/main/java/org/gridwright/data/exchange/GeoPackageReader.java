package org.gridwright.data.exchange;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gridwright.core.message.Message;
import org.gridwright.crs.CrsException;
import org.gridwright.crs.CrsNames;
import org.gridwright.crs.CrsTransform;
import org.gridwright.crs.Datum;
import org.gridwright.data.message.DataMessages;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * Reads one layer of a GeoPackage in the order of its rows. The file is opened read-only; one that
 * is compressed is unpacked for that.
 */
final class GeoPackageReader implements FeatureReader {

  private final InputFile file;
  private final PlainFile plain;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final GeoPackageLayer layer;
  private final List<String> columns = new ArrayList<>();
  private final NamedSystem system;
  private final double curveTolerance;
  private final CircularArcs arcs;
  private final GeoPackageGeometry geometries;
  private long number;
  private boolean atRow;

  private GeoPackageReader(
      InputFile file,
      PlainFile plain,
      Connection connection,
      GeoPackageLayer layer,
      ReadOptions options)
      throws SQLException {
    this.file = file;
    this.plain = plain;
    this.connection = connection;
    this.layer = layer;
    this.system = new NamedSystem(file.source(), options);
    layer.system().ifPresent(system::named);
    this.curveTolerance = options.shaping().curveToleranceMetres();
    this.arcs = new CircularArcs(curveTolerance, this::metresPerUnit);
    this.geometries = new GeoPackageGeometry(arcs);
    this.statement = connection.prepareStatement("SELECT * FROM " + layer.quotedTable());
    this.rows = statement.executeQuery();
    ResultSetMetaData meta = rows.getMetaData();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnName(i));
    }
    this.atRow = rows.next();
  }

  static GeoPackageReader open(InputFile file, ReadOptions options) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    PlainFile plain = PlainFile.of(file);
    Connection connection = null;
    try {
      connection = config.createConnection("jdbc:sqlite:" + plain.path().toAbsolutePath().toUri());
      GeoPackageLayer layer = GeoPackageLayer.choose(connection, file, options.layer());
      return new GeoPackageReader(file, plain, connection, layer, options);
    } catch (SQLException e) {
      closeQuietly(connection, plain, e);
      throw failure(e, file.source());
    } catch (RuntimeException e) {
      closeQuietly(connection, plain, e);
      throw e;
    }
  }

  /** The layers of a file, in order of name. */
  static List<String> layers(InputFile file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
        config.createConnection("jdbc:sqlite:" + file.path().toAbsolutePath())) {
      return GeoPackageLayer.layers(connection, file);
    } catch (SQLException e) {
      throw failure(e, file.source());
    }
  }

  @Override
  public Optional<String> crs() {
    return system.crs();
  }

  @Override
  public List<Message> notes() {
    List<Message> notes = new ArrayList<>(system.notes());
    if (arcs.drawn() > 0) {
      notes.add(
          DataMessages.of(
              "input.note-arcs",
              file.name(),
              arcs.drawn(),
              BigDecimal.valueOf(curveTolerance)
                  .movePointRight(2)
                  .stripTrailingZeros()
                  .toPlainString()));
    }
    return notes;
  }

  /**
   * @throws CrsException when the reference system cannot be used
   */
  private double metresPerUnit() {
    String crs = crs().orElse(CrsNames.CRS84);
    return CrsTransform.of(crs, Datum.WGS84).metresPerUnit();
  }

  @Override
  public Optional<String> keyField() {
    return Optional.of(layer.keyColumn());
  }

  @Override
  public boolean hasNext() {
    return atRow;
  }

  @Override
  public Feature next() {
    if (!atRow) {
      throw new NoSuchElementException();
    }
    Source source = Source.feature(file.name(), ++number);
    try {
      Feature feature = read(source);
      atRow = rows.next();
      return feature;
    } catch (SQLException e) {
      throw failure(e, source);
    }
  }

  @Override
  public long bytesRead() {
    return atRow ? (long) (file.size() * (number / (double) layer.rows())) : file.size();
  }

  @Override
  public Source source() {
    return file.source();
  }

  @Override
  public long bytesTotal() {
    return file.size();
  }

  @Override
  public void close() {
    try (plain;
        connection;
        statement) {
      rows.close();
    } catch (SQLException e) {
      throw failure(e, file.source());
    }
  }

  private Feature read(Source source) throws SQLException {
    Map<String, @Nullable String> properties = new LinkedHashMap<>();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    GeoPackageGeometry.Read geometry = GeoPackageGeometry.NONE;
    String id = null;
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (column.equalsIgnoreCase(layer.geometryColumn())) {
        geometry = geometries.read(rows.getBytes(i + 1), source);
      } else {
        Object value = rows.getObject(i + 1);
        properties.put(column, text(value));
        members.put(column, value instanceof byte[] ? null : value);
        id = column.equalsIgnoreCase(layer.keyColumn()) ? rows.getString(i + 1) : id;
      }
    }
    return new Feature(
        source,
        id,
        Collections.unmodifiableMap(properties),
        Collections.unmodifiableMap(members),
        geometry.geometry(),
        geometry.heights());
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Double real) {
      return NumberText.of(real.toString());
    }
    return value == null || value instanceof byte[] ? null : value.toString();
  }

  private static InputException failure(SQLException e, Source source) {
    return InputException.because(
        e, source, "input.geopackage-unreadable", String.valueOf(e.getMessage()));
  }

  private static void closeQuietly(
      @Nullable Connection connection, PlainFile plain, Exception reason) {
    try (plain) {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }
}
