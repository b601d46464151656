package org.gridwright.data.store.postgis;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's error codes (manual, appendix A) mean to people. */
final class PostgisFailures {

  private PostgisFailures() {}

  static StoreException explain(String description, SQLException failure) {
    String state = state(failure);
    if (state == null) {
      return failure instanceof SQLTransientConnectionException
          ? told(Reason.UNAVAILABLE, "store.busy", description, failure)
          : failed(description, failure);
    }
    return switch (state) {
      case "08001", "08004" -> told(Reason.UNAVAILABLE, "store.unreachable", description, failure);
      case "08000", "08003", "08006", "08007", "57P01", "57P02", "57P03" ->
          told(Reason.UNAVAILABLE, "store.connection-lost", description, failure);
      case "28P01", "28000" -> told(Reason.UNAVAILABLE, "store.login", description, failure);
      case "3D000" -> told(Reason.UNAVAILABLE, "store.no-database", description, failure);
      case "42501" -> told(Reason.UNAVAILABLE, "store.not-allowed", description, failure);
      case "25006" -> told(Reason.READ_ONLY, "store.read-only-database", description, failure);
      case "53100" -> told(Reason.FULL, "store.full", description, failure);
      case "53300" -> told(Reason.UNAVAILABLE, "store.busy", description, failure);
      case "55P03", "40001", "40P01" -> told(Reason.LOCKED, "store.locked", description, failure);
      default -> failed(description, failure);
    };
  }

  private static StoreException told(
      Reason reason, String key, String description, SQLException cause) {
    return new StoreException(reason, DataMessages.of(key, description), cause);
  }

  private static StoreException failed(String description, SQLException failure) {
    return new StoreException(
        Reason.UNREADABLE,
        DataMessages.of("store.failed", description, String.valueOf(failure.getMessage())),
        failure);
  }

  private static @Nullable String state(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return null;
  }
}
