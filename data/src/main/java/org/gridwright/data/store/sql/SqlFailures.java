package org.gridwright.data.store.sql;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.gridwright.core.message.Told;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Turns failures of the database, wherever they surface, into sentences for people. */
final class SqlFailures {

  private final Dialect dialect;
  private final Guard guard;

  SqlFailures(Dialect dialect, Guard guard) {
    this.dialect = dialect;
    this.guard = guard;
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
    if (cause == null) {
      return failure;
    }
    StoreException refusal = dialect.explain(cause);
    guard.refused(refusal);
    return refusal;
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
