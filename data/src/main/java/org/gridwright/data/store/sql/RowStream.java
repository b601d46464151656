package org.gridwright.data.store.sql;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.result.ResultIterator;

/** Rows of an open query as a stream whose failures are explained. */
final class RowStream {

  private RowStream() {}

  /** The rows; closing the stream closes the query, then runs {@code release}. */
  static <T> Stream<T> of(ResultIterator<T> rows, SqlFailures failures, Runnable release) {
    Iterator<T> explained =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return failures.explained(rows::hasNext);
          }

          @Override
          public T next() {
            return failures.explained(rows::next);
          }
        };
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                explained, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(rows::close)
        .onClose(release);
  }
}
