package org.gridwright.data.store.geopackage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.schema.Migrations;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.StoreGlance;
import org.gridwright.data.store.sql.Pools;
import org.gridwright.data.store.sql.SqlGlance;
import org.gridwright.data.store.sql.SqlStore;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** Opens GeoPackage files as stores. */
public final class GeoPackageStores {

  /** {@code "GPKG"}, as the standard wants it. */
  private static final int APPLICATION_ID = 0x47504B47;

  /** GeoPackage 1.3.0. */
  private static final int USER_VERSION = 10300;

  private static final int READERS = 8;
  private static final int STREAMS = 4;
  private static final long WAIT_MILLIS = 30_000;

  private GeoPackageStores() {}

  /**
   * Opens a file, making it where it is absent or empty. Where it cannot be written to, it is
   * opened to be read only.
   *
   * @throws StoreException when it is no Gridwright store, is damaged, locked, or cannot be made
   */
  public static SqlStore open(Path file) {
    return open(file, FileLimits.USUAL);
  }

  static SqlStore open(Path path, FileLimits limits) {
    return open(path, limits, null);
  }

  private static SqlStore open(Path path, FileLimits limits, @Nullable ServerLock lock) {
    StoreFile file = new StoreFile(path);
    file.requirePath();
    try {
      if (file.isAbsent()) {
        file.create();
      } else if (!file.isWritable()) {
        return ReadOnlyStores.open(file, limits);
      }
      return opened(file, limits, lock);
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(path, e);
    }
  }

  private static SqlStore opened(StoreFile file, FileLimits limits, @Nullable ServerLock lock)
      throws SQLException {
    FileDataSource writing = FileDataSource.writing(file.path(), limits);
    if (!isLatest(file.path(), FileDataSource.looking(file.path(), limits))) {
      migrate(writing);
    }
    // While it is open, so are the files beside the store that the watch is to know.
    try (Connection first = writing.getConnection()) {
      Migrations.GEOPACKAGE.version(first);
      FileWatch watch = FileWatch.over(file, limits, lock);
      FileDataSource reading = FileDataSource.reading(file.path(), limits);
      return new SqlStore(
          "geopackage " + file.path(),
          new GeoPackageDialect(file.path()),
          new Pools(
              pool("geopackage-read", reading, READERS),
              pool("geopackage-stream", reading, STREAMS),
              pool("geopackage-write", writing, 1)),
          new Checkpoints(file, writing, watch),
          watch);
    }
  }

  /**
   * Opens a file that must be there, to serve it: a second server is refused.
   *
   * @param readOnly whether it is to be read only, beside whoever writes to it
   * @throws StoreException as {@link #open}, and when another server has it, or it must be written
   *     to and cannot be
   */
  public static SqlStore openToServe(Path path, boolean readOnly) {
    StoreFile file = new StoreFile(path);
    requireThere(file);
    if (readOnly) {
      try {
        return ReadOnlyStores.open(file, FileLimits.USUAL);
      } catch (SQLException e) {
        throw GeoPackageFailures.explain(path, e);
      }
    }
    if (!file.isWritable()) {
      throw new StoreException(Reason.READ_ONLY, DataMessages.of("store.serve-read-only", path));
    }
    ServerLock lock = ServerLock.take(file);
    try {
      return open(path, FileLimits.USUAL, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens a file that must be there.
   *
   * @throws StoreException as {@link #open}, and when there is no such file
   */
  public static SqlStore openExisting(Path file) {
    requireThere(new StoreFile(file));
    return open(file);
  }

  /**
   * A glance at a file; empty where it is no store of this version's schema, or cannot be looked at
   * as it lies there: who opens it then is told why.
   */
  public static Optional<StoreGlance> glance(Path file) {
    if (new StoreFile(file).isAbsent() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    @Nullable Connection connection = null;
    try {
      connection = FileDataSource.looking(file, FileLimits.USUAL).getConnection();
      OptionalInt version = Migrations.GEOPACKAGE.version(connection);
      if (version.isPresent() && version.getAsInt() == Migrations.GEOPACKAGE.latest()) {
        StoreGlance glance = new SqlGlance(file, connection, new GeoPackageDialect(file));
        connection = null;
        return Optional.of(glance);
      }
    } catch (SQLException unusable) {
      return Optional.empty();
    } finally {
      close(connection);
    }
    return Optional.empty();
  }

  private static void close(@Nullable Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireThere(StoreFile file) {
    if (file.isAbsent()) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.absent", file.path()));
    }
  }

  /**
   * Whether there is a store at this path, of whatever version. The file is not touched.
   *
   * @throws StoreException when there is a file that cannot be read as a GeoPackage
   */
  public static boolean isStore(Path file) {
    if (new StoreFile(file).isAbsent() || !Files.isRegularFile(file)) {
      return false;
    }
    try {
      return isStore(FileDataSource.looking(file, FileLimits.USUAL));
    } catch (SQLException e) {
      throw GeoPackageFailures.explain(file, e);
    }
  }

  /** Looks without touching the file, so that what is not a store stays as it is. */
  private static boolean isLatest(Path file, FileDataSource looking) throws SQLException {
    try (Connection connection = looking.getConnection();
        Statement statement = connection.createStatement()) {
      requireGeoPackage(file, statement);
      OptionalInt version = Migrations.GEOPACKAGE.version(connection);
      if (version.isEmpty() && hasTables(statement)) {
        throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-gridwright", file));
      }
      requireKnown(file, version);
      return version.isPresent() && version.getAsInt() == Migrations.GEOPACKAGE.latest();
    }
  }

  /**
   * @return whether its schema is the latest
   * @throws StoreException when a file is no store that this version knows
   */
  static boolean requireKnown(Path file, FileDataSource looking) throws SQLException {
    boolean latest = isLatest(file, looking);
    if (!latest && !isStore(looking)) {
      throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-gridwright", file));
    }
    return latest;
  }

  private static boolean isStore(FileDataSource looking) throws SQLException {
    try (Connection connection = looking.getConnection()) {
      return Migrations.GEOPACKAGE.version(connection).isPresent();
    }
  }

  private static void requireKnown(Path file, OptionalInt version) {
    int latest = Migrations.GEOPACKAGE.latest();
    if (version.isPresent() && version.getAsInt() > latest) {
      throw new StoreException(
          Reason.UNREADABLE, DataMessages.of("store.newer", file, version.getAsInt(), latest));
    }
  }

  private static void requireGeoPackage(Path file, Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA application_id")) {
      int application = row.next() ? row.getInt(1) : 0;
      if (application != APPLICATION_ID && application != 0) {
        throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-geopackage", file));
      }
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
    Connection connection = new SQLiteConfig().createConnection(FileDataSource.url(file));
    try {
      markAsGeoPackage(connection);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static void markAsGeoPackage(Connection connection) throws SQLException {
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

  static HikariDataSource pool(String name, FileDataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setMaxLifetime(0);
    config.setReadOnly(source.isLooking());
    return new HikariDataSource(config);
  }
}
