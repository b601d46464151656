package org.gridwright.data.store.sql;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * Where the parts of a store get their connections: from the pools, or the one connection of a
 * running transaction. Every failure of the database leaves as a {@code StoreException}.
 */
interface Sessions {

  /** Reads in one consistent state. */
  <R> R read(Function<Handle, R> work);

  /** Writes in one transaction: the running one, or one of its own. */
  <R> R write(Function<Handle, R> work);

  /** Rows as a stream that holds a connection until it is closed. */
  <T> Stream<T> stream(Function<Handle, ResultIterator<T>> query);
}
