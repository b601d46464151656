package org.gridwright.data.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;

/**
 * Stands before every use of a database, and refuses where it is away or is no longer the one that
 * was opened. Thread-safe; what it looks at takes microseconds.
 */
public interface Guard extends AutoCloseable {

  /** Refuses nothing. */
  Guard NONE = new Guard() {};

  /**
   * Before connections are asked for anything.
   *
   * @throws StoreException when the database must not be used
   */
  default void beforeSession() {}

  /**
   * In a transaction that is about to be committed.
   *
   * @throws StoreException as {@link #beforeSession}; the transaction is undone
   */
  default void beforeCommit(Connection connection) throws SQLException {}

  /** Hears of each transaction that was committed. */
  default void committed() {}

  /** Hears of each refusal of the database. */
  default void refused(StoreException refusal) {}

  /** How the database is, without waiting for it. */
  default StoreCondition condition() {
    return StoreCondition.SOUND;
  }

  /**
   * Whether what now lies at the store's address can be opened instead of what was opened.
   *
   * @throws StoreException with the reason why it cannot
   */
  default void requireReopenable() {}

  /** Before the connections are closed. */
  default void beforeClosing() {}

  /** After the connections were closed. */
  @Override
  default void close() {}
}
