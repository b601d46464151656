package org.gridwright.data.store.postgis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Properties;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.schema.Migrations;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.Pools;
import org.gridwright.data.store.sql.SqlStore;
import org.gridwright.data.store.sql.Upkeep;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens PostgreSQL databases as stores. */
public final class PostgisStores {

  private static final int READERS = 8;
  private static final int WRITERS = 4;
  private static final int STREAMS = 4;

  /** How long the first connection may take, and later ones with all they do to begin with. */
  private static final int CONNECT_SECONDS = 10;

  /**
   * Until a connection becomes free; less than five seconds, with what finds out that none will.
   */
  private static final long WAIT_MILLIS = 4_000;

  private static final long VALID_MILLIS = 1_000;

  /** Without a byte of an answer, while the server answers others. */
  private static final int SILENT_SECONDS = 300;

  private PostgisStores() {}

  /**
   * Opens a database, making schema and PostGIS extension where they are absent.
   *
   * @param url {@code jdbc:postgresql://host:port/database?user=…&password=…}
   * @param environment where {@code PGUSER} and {@code PGPASSWORD} are looked up when the URL names
   *     no user or password
   * @throws StoreException when it cannot be reached or used; the message holds no credentials
   */
  public static SqlStore open(String url, Map<String, String> environment) {
    return open(url, environment, true, false);
  }

  /**
   * Opens a database that must hold a store.
   *
   * @throws StoreException as {@link #open}, and when there is no store in it
   */
  public static SqlStore openExisting(String url, Map<String, String> environment) {
    return open(url, environment, false, false);
  }

  /**
   * Opens a database that must hold a store, to read it only.
   *
   * @throws StoreException as {@link #open}, and when there is no store in it
   */
  public static SqlStore openReadOnly(String url, Map<String, String> environment) {
    return open(url, environment, false, true);
  }

  private static SqlStore open(
      String url, Map<String, String> environment, boolean create, boolean readOnly) {
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null || PGProperty.PG_HOST.getOrDefault(parsed).contains("@")) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.postgres-url"));
    }
    String description =
        "postgis %s:%s/%s"
            .formatted(
                PGProperty.PG_HOST.getOrDefault(parsed),
                PGProperty.PG_PORT.getOrDefault(parsed),
                PGProperty.PG_DBNAME.getOrDefault(parsed));
    PGSimpleDataSource source = source(url, environment);
    try {
      prepare(source, description, create);
    } catch (SQLException e) {
      throw PostgisFailures.explain(description, e);
    }
    source.setLoginTimeout((int) Pulse.CONNECTED.toSeconds());
    source.setConnectTimeout((int) Pulse.CONNECTED.toSeconds());
    int silent = source.getSocketTimeout() == 0 ? SILENT_SECONDS : source.getSocketTimeout();
    source.setSocketTimeout((int) Pulse.CONNECTED.toSeconds());
    HeldConnections connections = new HeldConnections(source, Duration.ofSeconds(silent));
    Pulse pulse = new Pulse(description, connections, readOnly);
    HikariConfig writers = pool("postgis-write", connections, WRITERS);
    writers.setReadOnly(readOnly);
    SqlStore store =
        new SqlStore(
            description,
            new PostgisDialect(description),
            new Pools(
                reading("postgis-read", connections, READERS),
                reading("postgis-stream", connections, STREAMS),
                new HikariDataSource(writers)),
            Upkeep.NONE,
            pulse);
    pulse.start();
    return store;
  }

  private static HikariDataSource reading(String name, HeldConnections connections, int size) {
    HikariConfig readers = pool(name, connections, size);
    readers.setReadOnly(true);
    readers.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return new HikariDataSource(readers);
  }

  private static PGSimpleDataSource source(String url, Map<String, String> environment) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setStringType("unspecified");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("gridwright");
    if (source.getUser() == null && environment.containsKey("PGUSER")) {
      source.setUser(environment.get("PGUSER"));
    }
    if (source.getPassword() == null && environment.containsKey("PGPASSWORD")) {
      source.setPassword(environment.get("PGPASSWORD"));
    }
    return source;
  }

  private static void prepare(PGSimpleDataSource source, String description, boolean create)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      OptionalInt version = Migrations.POSTGIS.version(connection);
      int latest = Migrations.POSTGIS.latest();
      if (version.isPresent() && version.getAsInt() > latest) {
        throw new StoreException(
            Reason.UNREADABLE,
            DataMessages.of("store.newer", description, version.getAsInt(), latest));
      }
      if (version.isPresent() && version.getAsInt() == latest) {
        return;
      }
      if (version.isEmpty()) {
        requireNewStoreFits(statement, description, create);
      }
    }
    Migrations.POSTGIS.migrate(source);
  }

  private static void requireNewStoreFits(Statement statement, String description, boolean create)
      throws SQLException {
    if (!create) {
      throw new StoreException(Reason.UNAVAILABLE, DataMessages.of("store.absent", description));
    }
    if (!holds(statement, "current_setting('server_encoding') = 'UTF8'")) {
      throw new StoreException(Reason.UNREADABLE, DataMessages.of("store.not-utf8", description));
    }
    if (holds(
        statement,
        "EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()"
            + " AND tablename IN ('theme', 'plan', 'unit_version', 'address', 'incident'))")) {
      throw new StoreException(
          Reason.UNREADABLE, DataMessages.of("store.not-gridwright", description));
    }
    if (!holds(statement, "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'postgis')")) {
      createExtension(statement, description);
    }
  }

  private static void createExtension(Statement statement, String description) {
    try {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException e) {
      throw new StoreException(
          Reason.UNAVAILABLE, DataMessages.of("store.no-postgis", description), e);
    }
  }

  private static boolean holds(Statement statement, String condition) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT " + condition)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static HikariConfig pool(String name, HeldConnections source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(VALID_MILLIS);
    return config;
  }
}
