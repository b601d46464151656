package org.gridwright.data.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.TemplateEngine;

/** Sessions on two pools: connections that read and connections that write. Thread-safe. */
final class PooledSessions implements Sessions {

  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Dialect dialect;
  private final SqlFailures failures;
  private final Upkeep upkeep;

  PooledSessions(
      HikariDataSource readers,
      HikariDataSource writers,
      Dialect dialect,
      SqlFailures failures,
      Upkeep upkeep) {
    this.readers = readers;
    this.writers = writers;
    this.dialect = dialect;
    this.failures = failures;
    this.upkeep = upkeep;
    this.reading = Jdbi.create(readers).setTemplateEngine(TemplateEngine.NOP);
    this.writing = Jdbi.create(writers).setTemplateEngine(TemplateEngine.NOP);
  }

  @Override
  public <R> R read(Function<Handle, R> work) {
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
    R done = failures.explained(() -> writing.inTransaction(handle -> own(handle, work)));
    upkeep.written();
    return done;
  }

  private <R> R own(Handle handle, Function<Handle, R> work) {
    dialect.beginOwn(handle);
    R done = work.apply(handle);
    dialect.endOwn(handle);
    return done;
  }

  @Override
  public <T> Stream<T> stream(Function<Handle, ResultIterator<T>> query) {
    return failures.explained(
        () -> {
          Handle handle = reading.open();
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
    return readers.getHikariPoolMXBean().getActiveConnections()
        + writers.getHikariPoolMXBean().getActiveConnections();
  }

  /**
   * Readers first: the last connection of a file tidies up behind all, and must be able to write.
   */
  void close() {
    upkeep.close();
    readers.close();
    writers.close();
  }

  private static void release(Handle handle) {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    }
  }
}
