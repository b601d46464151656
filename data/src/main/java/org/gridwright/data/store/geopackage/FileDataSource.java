package org.gridwright.data.store.geopackage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** Connections to one GeoPackage file, each with the geometry functions. */
final class FileDataSource extends SQLiteDataSource {

  private static final int CACHE_KIBIBYTES = 32 * 1024;

  /**
   * Pages of 4 KiB in the write-ahead log from which on a commit moves them into the file itself.
   * Usually {@link Checkpoints} has done so long before.
   */
  private static final int LOG_PAGES = 16_000;

  private final boolean readOnly;

  private FileDataSource(SQLiteConfig config, boolean readOnly) {
    super(config);
    this.readOnly = readOnly;
  }

  /** Connections that may write: they take the write lock when their transaction begins. */
  static FileDataSource writing(Path file, FileLimits limits) {
    SQLiteConfig config = config(limits);
    config.setMaxPageCount(limits.maxPages());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return at(file, config, false);
  }

  /** Connections that change nothing at all, not even how the file is kept. */
  static FileDataSource looking(Path file, FileLimits limits) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(limits.busyMillis());
    return at(file, config, true);
  }

  /** Connections that refuse to write. */
  static FileDataSource reading(Path file, FileLimits limits) {
    SQLiteConfig config = config(limits);
    config.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
    return at(file, config, true);
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      GeometryFunctions.register(connection);
      statement.execute(
          readOnly ? "PRAGMA query_only = 1" : "PRAGMA wal_autocheckpoint = " + LOG_PAGES);
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

  private static FileDataSource at(Path file, SQLiteConfig config, boolean readOnly) {
    FileDataSource source = new FileDataSource(config, readOnly);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }
}
