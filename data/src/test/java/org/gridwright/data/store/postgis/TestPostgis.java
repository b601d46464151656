package org.gridwright.data.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Empty places for PostGIS stores on a private PostgreSQL server, which starts with the first use
 * and ends with the JVM. Use it behind {@link PostgisExtension}, which says why where the server is
 * not installed.
 */
public final class TestPostgis {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestPostgis() {}

  /** Why there can be no server here; empty where there can. */
  public static Optional<String> missing() {
    return PrivateServer.installation().isPresent()
        ? Optional.empty()
        : Optional.of(
            "PostgreSQL is not installed under /usr/lib/postgresql; install postgresql-15-postgis-3");
  }

  /** The address of an empty schema for one store. */
  public static String newAddress() {
    String schema = "store_" + COUNTER.incrementAndGet();
    execute("gridwright", "CREATE SCHEMA " + schema);
    return address("gridwright") + "&currentSchema=" + schema + ",public";
  }

  /** The address of a database of the private server. */
  public static String address(String database) {
    PrivateServer server = PrivateServer.running();
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&password=%s"
        .formatted(server.port(), database, server.password());
  }

  /** Runs SQL as the server's administrator. */
  public static void execute(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(address(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Something to be done while the server stands still. */
  public interface Meanwhile {
    void run() throws Exception;
  }

  /** Stops the server where it is (SIGSTOP), lets something be done, and has it go on. */
  public static void whileStopped(Meanwhile work) throws Exception {
    try (AutoCloseable still = stopped()) {
      work.run();
    }
  }

  /** Stops the server where it is; it goes on when this is closed. */
  public static AutoCloseable stopped() throws Exception {
    PrivateServer server = PrivateServer.running();
    server.pause();
    return server::resume;
  }

  /** Ends the server and starts it anew. */
  public static void restart() throws Exception {
    PrivateServer.running().restart();
  }
}
