package org.gridwright.data.store.geopackage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.schema.Migrations;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.SqlStore;
import org.sqlite.SQLiteConfig;

/** Opens GeoPackage files as stores. */
public final class GeoPackageStores {

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int SQLITE_HEADER = 100;
  private static final int APPLICATION_ID_OFFSET = 68;

  /** {@code "GPKG"}, as the standard wants it. */
  private static final int APPLICATION_ID = 0x47504B47;

  /** GeoPackage 1.3.0. */
  private static final int USER_VERSION = 10300;

  private static final int READERS = 8;
  private static final long WAIT_MILLIS = 30_000;

  private GeoPackageStores() {}

  /**
   * Opens a file, making it where it is absent or empty.
   *
   * @throws StoreException when it is no Gridwright store, is damaged, locked, or cannot be made
   */
  public static SqlStore open(Path file) {
    return open(file, FileLimits.USUAL);
  }

  static SqlStore open(Path file, FileLimits limits) {
    if (isAbsent(file)) {
      requireFolder(file);
    } else {
      requireGeoPackage(file);
    }
    FileDataSource writing = FileDataSource.writing(file, limits);
    try {
      if (isAbsent(file) || !isLatest(file, FileDataSource.looking(file, limits))) {
        migrate(writing);
      }
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
    return new SqlStore(
        "geopackage " + file,
        new GeoPackageDialect(file),
        pool("geopackage-read", FileDataSource.reading(file, limits), READERS),
        pool("geopackage-write", writing, 1),
        new Checkpoints(writing));
  }

  /**
   * Opens a file that must be there.
   *
   * @throws StoreException as {@link #open}, and when there is no such file
   */
  public static SqlStore openExisting(Path file) {
    if (isAbsent(file)) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.absent", file));
    }
    return open(file);
  }

  /**
   * Whether there is a store at this path, of whatever version. The file is not touched.
   *
   * @throws StoreException when there is a file that cannot be read as a GeoPackage
   */
  public static boolean isStore(Path file) {
    if (isAbsent(file) || !Files.isRegularFile(file)) {
      return false;
    }
    try (Connection connection = FileDataSource.looking(file, FileLimits.USUAL).getConnection()) {
      return Migrations.GEOPACKAGE.version(connection).isPresent();
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  /** Looks without touching the file, so that what is not a store stays as it is. */
  private static boolean isLatest(Path file, FileDataSource looking) throws SQLException {
    try (Connection connection = looking.getConnection();
        Statement statement = connection.createStatement()) {
      OptionalInt version = Migrations.GEOPACKAGE.version(connection);
      int latest = Migrations.GEOPACKAGE.latest();
      if (version.isPresent() && version.getAsInt() > latest) {
        throw new StoreException(
            Reason.UNREADABLE, DataMessages.of("store.newer", file, version.getAsInt(), latest));
      }
      if (version.isEmpty() && hasTables(statement)) {
        throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-gridwright", file));
      }
      return version.isPresent() && version.getAsInt() == latest;
    }
  }

  private static void migrate(FileDataSource writing) throws SQLException {
    try (Connection connection = writing.getConnection()) {
      markAsGeoPackage(connection);
    }
    Migrations.GEOPACKAGE.migrate(writing);
  }

  /** A connection to a new file that is marked as a GeoPackage and has no table yet. */
  static Connection create(Path file) throws SQLException {
    Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
    try {
      markAsGeoPackage(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void markAsGeoPackage(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + USER_VERSION);
    }
  }

  private static boolean hasTables(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM sqlite_master)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static boolean isAbsent(Path file) {
    try {
      return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    } catch (IOException e) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.cannot-open", file), e);
    }
  }

  private static void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new StoreException(
          Reason.UNAVAILABLE, DataMessages.of("store.folder-absent", file, String.valueOf(folder)));
    }
  }

  private static void requireGeoPackage(Path file) {
    byte[] header;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(SQLITE_HEADER);
    } catch (IOException e) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.cannot-open", file), e);
    }
    ByteBuffer bytes = ByteBuffer.wrap(header);
    if (header.length < SQLITE_HEADER
        || !bytes.slice(0, SQLITE.length).equals(ByteBuffer.wrap(SQLITE))) {
      throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-geopackage", file));
    }
    int application = bytes.getInt(APPLICATION_ID_OFFSET);
    if (application != APPLICATION_ID && application != 0) {
      throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-geopackage", file));
    }
  }

  private static HikariDataSource pool(String name, FileDataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setMaxLifetime(0);
    return new HikariDataSource(config);
  }
}
