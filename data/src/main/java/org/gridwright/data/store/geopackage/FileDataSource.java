package org.gridwright.data.store.geopackage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Connections to one GeoPackage file, each with the geometry functions. */
final class FileDataSource extends SQLiteDataSource {

  /**
   * Bytes of a page of a new file. A change costs the log whole pages, one for each place in the
   * file that it touches; an incident touches about fifteen.
   */
  static final int PAGE_BYTES = 512;

  private static final int CACHE_KIBIBYTES = 32 * 1024;

  private final Use use;

  private FileDataSource(SQLiteConfig config, Use use) {
    super(config);
    this.use = use;
  }

  private enum Use {
    WRITING,
    /** Refused by the connection, which keeps the file as a writer does. */
    READING,
    /** Refused by SQLite, which has the file open to be read only. */
    LOOKING
  }

  /** Connections that may write: they take the write lock when their transaction begins. */
  static FileDataSource writing(Path file, FileLimits limits) {
    SQLiteConfig config = config(limits);
    config.setMaxPageCount(limits.maxPages());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return at(url(file), config, Use.WRITING);
  }

  /** Connections that change nothing at all, not even how the file is kept. */
  static FileDataSource looking(Path file, FileLimits limits) {
    return lookingAt(url(file), limits);
  }

  /** Connections to the file as it lies there: without its log, without locks. */
  static FileDataSource apart(Path file, FileLimits limits) {
    return lookingAt(url(file) + "?immutable=1", limits);
  }

  private static FileDataSource lookingAt(String url, FileLimits limits) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(limits.busyMillis());
    config.setCacheSize(-CACHE_KIBIBYTES);
    return at(url, config, Use.LOOKING);
  }

  /** Connections that refuse to write. */
  static FileDataSource reading(Path file, FileLimits limits) {
    SQLiteConfig config = config(limits);
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    return at(url(file), config, Use.READING);
  }

  /** As an address in which no sign of a file's name means anything else. */
  static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
  }

  /** Whether SQLite has the file open to be read only. */
  boolean isLooking() {
    return use == Use.LOOKING;
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      GeometryFunctions.register(connection);
      // Checkpoints alone write to the file: they know whether it is still the one that was opened.
      statement.execute(
          use == Use.WRITING ? "PRAGMA wal_autocheckpoint = 0" : "PRAGMA query_only = 1");
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static SQLiteConfig config(FileLimits limits) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(limits.busyMillis());
    config.setCacheSize(-CACHE_KIBIBYTES);
    return config;
  }

  private static FileDataSource at(String url, SQLiteConfig config, Use use) {
    FileDataSource source = new FileDataSource(config, use);
    source.setUrl(url);
    return source;
  }
}
