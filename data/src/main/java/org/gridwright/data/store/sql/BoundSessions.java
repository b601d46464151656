package org.gridwright.data.store.sql;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Sessions on the one connection of a running transaction. For one thread. */
final class BoundSessions implements Sessions {

  private final Handle handle;
  private final SqlFailures failures;
  private boolean ended;

  BoundSessions(Handle handle, SqlFailures failures) {
    this.handle = handle;
    this.failures = failures;
  }

  @Override
  public <R> R read(Function<Handle, R> work) {
    return write(work);
  }

  @Override
  public <R> R write(Function<Handle, R> work) {
    requireRunning();
    return failures.explained(() -> work.apply(handle));
  }

  @Override
  public <T> Stream<T> stream(Function<Handle, ResultIterator<T>> query) {
    requireRunning();
    return failures.explained(() -> RowStream.of(query.apply(handle), failures, () -> {}));
  }

  /** From now on, every use is refused. */
  void end() {
    ended = true;
  }

  private void requireRunning() {
    if (ended) {
      throw new IllegalStateException(
          "this store was valid only inside its transaction; use the store that was opened");
    }
  }
}
