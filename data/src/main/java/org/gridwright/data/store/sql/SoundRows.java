package org.gridwright.data.store.sql;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables that other programs write to as well: those that cannot be read are left out.
 * {@link SqlRowCheck} names them.
 */
final class SoundRows {

  private SoundRows() {}

  /** The rows of a query, as a list. */
  static <T> List<T> list(Query query, RowMapper<T> mapper) {
    return mapped(query, mapper).stream().filter(Objects::nonNull).toList();
  }

  /** The rows of a query, as they are read. */
  static <T> ResultIterator<T> iterator(Query query, RowMapper<T> mapper) {
    return new Sound<>(mapped(query, mapper).iterator());
  }

  private static <T> ResultIterable<@Nullable T> mapped(Query query, RowMapper<T> mapper) {
    return query.map(orNull(mapper));
  }

  /** As the mapper; null for a row that cannot be read. Failures of the database go on. */
  static <T> RowMapper<@Nullable T> orNull(RowMapper<T> mapper) {
    return (row, context) -> {
      try {
        return mapper.map(row, context);
      } catch (RuntimeException unreadable) {
        return null;
      }
    };
  }

  /** The iterator of a query without the rows that are null. */
  private static final class Sound<T> implements ResultIterator<T> {

    private final ResultIterator<@Nullable T> rows;
    private @Nullable T next;

    Sound(ResultIterator<@Nullable T> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        next = rows.next();
      }
      return next != null;
    }

    @Override
    public T next() {
      T found = hasNext() ? next : null;
      if (found == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return found;
    }

    @Override
    public StatementContext getContext() {
      return rows.getContext();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
