package org.gridwright.data.store.postgis;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/**
 * Connections to one server, all of which can be broken off at once, those too that wait for an
 * answer. Thread-safe.
 */
final class HeldConnections implements DataSource {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(HeldConnections.class);

  /** "SQL client unable to establish SQL connection", as the driver would have it. */
  private static final String CONNECTION_REFUSED = "08001";

  private final PGSimpleDataSource source;
  private final Duration silent;
  private volatile boolean refusing;
  private final Set<Connection> held =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /**
   * @param source its socket timeout is that of connecting
   * @param silent how long a connection waits for a byte of an answer
   */
  HeldConnections(PGSimpleDataSource source, Duration silent) {
    this.source = source;
    this.silent = silent;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (refusing) {
      throw new SQLException("the server does not answer", CONNECTION_REFUSED);
    }
    Connection made = source.getConnection();
    made.setNetworkTimeout(Runnable::run, (int) silent.toMillis());
    held.add(made);
    return made;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections are those of one user");
  }

  /** Whether new connections are refused, since the server would not answer. */
  void refuse(boolean refuse) {
    refusing = refuse;
  }

  /** A connection that is neither refused nor broken off with the others. */
  Connection connect() throws SQLException {
    return source.getConnection();
  }

  /** Breaks all off: whoever waits for an answer gets an exception, and the server undoes. */
  void abort() {
    List<Connection> all;
    synchronized (held) {
      all = List.copyOf(held);
      held.clear();
    }
    for (Connection each : all) {
      try {
        each.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("A connection could not be broken off", gone);
      }
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections write no log");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the timeout is that of the source");
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("connections write no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections are wrapped in nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
