package org.gridwright.data.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The migrations of one dialect. */
public enum Migrations {
  GEOPACKAGE("geopackage", 14),
  POSTGIS("postgis", 11);

  private final String folder;
  private final int latest;

  Migrations(String folder, int latest) {
    this.folder = folder;
    this.latest = latest;
  }

  /** The version of the schema that this program knows. */
  public int latest() {
    return latest;
  }

  /** The schema version of a database; empty where it has none, so is no store. */
  public OptionalInt version(Connection connection) throws SQLException {
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
      if (!tables.next()) {
        return OptionalInt.empty();
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT max(CAST(version AS integer)) FROM flyway_schema_history"
                    + " WHERE success AND version IS NOT NULL")) {
      return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
    }
  }

  /**
   * Brings a database to the latest version.
   *
   * @throws SQLException the database's own failure where there is one
   */
  public void migrate(DataSource database) throws SQLException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .dataSource(database)
          .locations("classpath:org/gridwright/data/schema/" + folder)
          .loggers("slf4j")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw databaseFailure(e);
    }
  }

  private static SQLException databaseFailure(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return new SQLException(failure.getMessage(), failure);
  }
}
