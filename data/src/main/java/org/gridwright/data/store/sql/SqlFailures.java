package org.gridwright.data.store.sql;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.gridwright.core.message.Told;
import org.jspecify.annotations.Nullable;

/** Turns failures of the database, wherever they surface, into sentences for people. */
final class SqlFailures {

  private final Dialect dialect;

  SqlFailures(Dialect dialect) {
    this.dialect = dialect;
  }

  <R> R explained(Supplier<R> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw explain(e);
    }
  }

  /** The exception to throw instead: itself, unless a database failure is behind it. */
  RuntimeException explain(RuntimeException failure) {
    if (failure instanceof Told) {
      return failure;
    }
    SQLException cause = databaseFailure(failure);
    return cause == null ? failure : dialect.explain(cause);
  }

  private static @Nullable SQLException databaseFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
