package org.gridwright.data.store.geopackage;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.Guard;
import org.gridwright.data.store.sql.Pools;
import org.gridwright.data.store.sql.SqlStore;
import org.gridwright.data.store.sql.Upkeep;

/** Opens GeoPackage files that are to be read only, or cannot be written to. */
final class ReadOnlyStores {

  private static final int READERS = 8;
  private static final int STREAMS = 4;

  /** What is refused, is refused by SQLite. */
  private static final Guard READ_ONLY =
      new Guard() {
        @Override
        public StoreCondition condition() {
          return new StoreCondition(null, null, true);
        }
      };

  private ReadOnlyStores() {}

  /**
   * Opens a file.
   *
   * @throws StoreException when it is no store of the latest schema, or has a log that cannot be
   *     read without writing
   */
  static SqlStore open(StoreFile file, FileLimits limits) throws SQLException {
    FileDataSource source = readable(file, limits);
    return new SqlStore(
        "geopackage " + file.path(),
        new GeoPackageDialect(file.path()),
        new Pools(
            GeoPackageStores.pool("geopackage-read", source, READERS),
            GeoPackageStores.pool("geopackage-stream", source, STREAMS),
            GeoPackageStores.pool("geopackage-write", source, 1)),
        Upkeep.NONE,
        READ_ONLY);
  }

  /**
   * Beside others who write, where SQLite can make what it needs for that; else as the file lies
   * there, where no log says otherwise.
   */
  private static FileDataSource readable(StoreFile file, FileLimits limits) throws SQLException {
    FileDataSource beside = FileDataSource.looking(file.path(), limits);
    try {
      requireLatest(file, beside);
      return beside;
    } catch (SQLException cannot) {
      if (hasLog(file)) {
        throw cannot;
      }
      FileDataSource apart = FileDataSource.apart(file.path(), limits);
      requireLatest(file, apart);
      return apart;
    }
  }

  private static void requireLatest(StoreFile file, FileDataSource source) throws SQLException {
    if (!GeoPackageStores.requireKnown(file.path(), source)) {
      throw new StoreException(
          Reason.READ_ONLY, DataMessages.of("store.older-read-only", file.path()));
    }
  }

  private static boolean hasLog(StoreFile file) {
    try {
      return Files.exists(file.log()) && Files.size(file.log()) > 0;
    } catch (IOException unreadable) {
      return true;
    }
  }
}
