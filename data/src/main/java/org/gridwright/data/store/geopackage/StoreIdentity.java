package org.gridwright.data.store.geopackage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Which store a file is, and how far it has come.
 *
 * @param id random, given when it was made; a copy has the same
 * @param count of the transactions of this program that it holds
 */
record StoreIdentity(String id, long count) {

  static StoreIdentity of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT i.id, c.changes FROM store_identity i, change_count c"
                    + " WHERE c.subject = 'commit'")) {
      if (!row.next()) {
        throw new SQLException("the store has no identity");
      }
      return new StoreIdentity(row.getString(1), row.getLong(2));
    }
  }

  /** Counts the transaction that a connection is in. */
  static void count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE change_count SET changes = changes + 1 WHERE subject = 'commit'");
    }
  }

  /** Differs after each change that was made over another connection. */
  static long version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
