package org.gridwright.data.exchange.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.gridwright.core.tile.TileAddress;

/** Writes vector tiles into a new MBTiles file, version 1.3. */
public final class MbtilesWriter implements TileArchive {

  private static final int BATCH = 500;

  private final Connection connection;
  private final PreparedStatement insert;
  private int waiting;

  public MbtilesWriter(Path file) {
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
      connection.setAutoCommit(false);
      try (Statement make = connection.createStatement()) {
        make.execute("CREATE TABLE metadata (name TEXT NOT NULL PRIMARY KEY, value TEXT)");
        make.execute(
            "CREATE TABLE tiles (zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL,"
                + " tile_row INTEGER NOT NULL, tile_data BLOB NOT NULL,"
                + " PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID");
      }
      insert = connection.prepareStatement("INSERT INTO tiles VALUES (?, ?, ?, ?)");
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  /** Rows are counted northward in these files. */
  @Override
  public void add(TileAddress tile, byte[] bytes) {
    try {
      insert.setInt(1, tile.z());
      insert.setInt(2, tile.x());
      insert.setInt(3, (1 << tile.z()) - 1 - tile.y());
      insert.setBytes(4, Gzip.packed(bytes));
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  @Override
  public void finish(TileSet about) {
    try {
      insert.executeBatch();
      try (PreparedStatement row =
          connection.prepareStatement("INSERT INTO metadata VALUES (?, ?)")) {
        tell(row, "name", about.name());
        tell(row, "format", "pbf");
        tell(row, "type", "overlay");
        tell(row, "minzoom", String.valueOf(about.minZoom()));
        tell(row, "maxzoom", String.valueOf(about.maxZoom()));
        tell(row, "bounds", about.bounds());
        tell(row, "json", about.layersAsJson());
      }
      connection.commit();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  private static void tell(PreparedStatement row, String name, String value) throws SQLException {
    row.setString(1, name);
    row.setString(2, value);
    row.executeUpdate();
  }
}
