package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.gridwright.core.lattice.LatticePoint;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Which incidents came and went since a version. A row says at which write it became what it is;
 * what a write replaces, a trigger keeps in {@code incident_past}, up to some thousand rows.
 */
final class IncidentPast {

  /** Rows that are there and were not, aliased {@code i}, in {@code :since}. */
  static final String CAME = "incident i WHERE i.version > :since";

  /** Rows that were there and are not, aliased {@code i}, in {@code :since}. */
  static final String WENT = "incident_past i WHERE i.ended > :since AND i.version <= :since";

  /** Replaced rows kept; when there are more, whoever counted before counts anew. */
  static final long KEPT = 20_000;

  private static final String INCIDENTS = "incident";
  private static final String PAST = "incident_past";

  private final Rows rows;

  IncidentPast(Rows rows) {
    this.rows = rows;
  }

  /**
   * Counts a write and gives its version. The row of the count is locked until the transaction
   * ends, so that versions become visible in their order.
   */
  long begin(Handle handle) {
    Rows.countChange(handle, INCIDENTS);
    return Long.parseLong(rows.version(handle, INCIDENTS));
  }

  /** Forgets what was replaced where it has become too much. */
  void end(Handle handle, long version) {
    long kept =
        handle
            .createQuery("SELECT coalesce(max(fid) - min(fid) + 1, 0) FROM incident_past")
            .mapTo(Long.class)
            .one();
    if (kept > KEPT) {
      handle.createUpdate("DELETE FROM incident_past").execute();
      handle
          .createUpdate("UPDATE change_count SET changes = :version WHERE subject = :subject")
          .bind("version", version)
          .bind("subject", PAST)
          .execute();
    }
  }

  /** Whether everything that was replaced since a version is still known. */
  boolean knows(Handle handle, long since) {
    return since >= Long.parseLong(rows.version(handle, PAST));
  }

  /** The places of the rows aliased {@code i}. */
  String select(String from) {
    return "SELECT " + rows.dialect().geometry("i.geom") + " AS geom FROM " + from;
  }

  LatticePoint place(ResultSet row, StatementContext context) throws SQLException {
    return rows.point(row, "geom");
  }
}
