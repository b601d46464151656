package org.gridwright.data.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Sessions on three pools: connections that read, that stream, and that write. A stream is held for
 * as long as its reader likes, so that streams never keep what only reads from a connection.
 * Thread-safe.
 */
final class PooledSessions implements Sessions {

  private final Pools pools;
  private final Jdbi reading;
  private final Jdbi streaming;
  private final Jdbi writing;
  private final Dialect dialect;
  private final SqlFailures failures;
  private final Upkeep upkeep;
  private final Guard guard;

  PooledSessions(Pools pools, Dialect dialect, SqlFailures failures, Upkeep upkeep, Guard guard) {
    this.pools = pools;
    this.dialect = dialect;
    this.failures = failures;
    this.upkeep = upkeep;
    this.guard = guard;
    this.reading = over(pools.readers());
    this.streaming = over(pools.streams());
    this.writing = over(pools.writers());
  }

  private static Jdbi over(DataSource pool) {
    return Jdbi.create(pool).setTemplateEngine(TemplateEngine.NOP);
  }

  @Override
  public <R> R read(Function<Handle, R> work) {
    guard.beforeSession();
    return failures.explained(
        () -> {
          try (Handle handle = reading.open()) {
            handle.begin();
            try {
              return work.apply(handle);
            } finally {
              handle.rollback();
            }
          }
        });
  }

  @Override
  public <R> R write(Function<Handle, R> work) {
    guard.beforeSession();
    R done = failures.explained(() -> writing.inTransaction(handle -> guarded(handle, work)));
    guard.committed();
    upkeep.written();
    return done;
  }

  private <R> R guarded(Handle handle, Function<Handle, R> work) {
    dialect.beginOwn(handle);
    R done = work.apply(handle);
    dialect.endOwn(handle);
    try {
      guard.beforeCommit(handle.getConnection());
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(e, null);
    }
    return done;
  }

  @Override
  public <T> Stream<T> stream(Function<Handle, ResultIterator<T>> query) {
    guard.beforeSession();
    return failures.explained(
        () -> {
          Handle handle = streaming.open();
          try {
            handle.begin();
            return RowStream.of(query.apply(handle), failures, () -> release(handle));
          } catch (RuntimeException e) {
            release(handle);
            throw e;
          }
        });
  }

  /** Connections that are lent out at the moment. */
  int activeConnections() {
    return pools.all().stream()
        .mapToInt(pool -> pool.getHikariPoolMXBean().getActiveConnections())
        .sum();
  }

  /** Those that write come last: the last connection of a file tidies up behind all. */
  void close() {
    upkeep.close();
    guard.beforeClosing();
    pools.all().forEach(HikariDataSource::close);
    guard.close();
  }

  private static void release(Handle handle) {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    }
  }
}
