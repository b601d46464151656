package org.gridwright.data.store.geopackage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to people. */
final class GeoPackageFailures {

  private GeoPackageFailures() {}

  static StoreException explain(Path file, SQLException failure) {
    if (failure instanceof SQLTransientConnectionException
        && !(failure.getCause() instanceof SQLException)) {
      return told(Reason.LOCKED, "store.busy", file, failure);
    }
    return switch (primaryCode(failure)) {
      case SQLITE_BUSY, SQLITE_LOCKED -> told(Reason.LOCKED, "store.locked", file, failure);
      case SQLITE_FULL -> told(Reason.FULL, "store.full", file, failure);
      case SQLITE_IOERR -> told(Reason.FULL, "store.io", file, failure);
      case SQLITE_NOTADB -> told(Reason.UNREADABLE, "store.not-geopackage", file, failure);
      case SQLITE_CORRUPT -> told(Reason.UNREADABLE, "store.damaged", file, failure);
      case SQLITE_CANTOPEN -> told(Reason.UNAVAILABLE, "store.cannot-open", file, failure);
      case SQLITE_READONLY, SQLITE_PERM -> told(Reason.READ_ONLY, "store.read-only", file, failure);
      default ->
          new StoreException(
              Reason.UNREADABLE,
              DataMessages.of("store.failed", file, String.valueOf(failure.getMessage())),
              failure);
    };
  }

  private static StoreException told(Reason reason, String key, Path file, SQLException cause) {
    return new StoreException(reason, DataMessages.of(key, file), cause);
  }

  private static SQLiteErrorCode primaryCode(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
