package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code officer} and {@code assignment}: how they are read, and what may not be in them.
 */
final class RosterRows {

  static final String FIRST_DAY = "'0001-01-01'";

  static final String SELECT =
      "SELECT a.fid, a.theme, a.grid_code, a.role, a.from_day, a.to_day, a.version, o.id, o.name,"
          + " o.contact FROM assignment a JOIN officer o ON o.id = a.officer WHERE ";

  /** That an assignment holds on the day {@code :day}. */
  static final String HOLDS =
      "(%1$s.from_day IS NULL OR %1$s.from_day <= :day)"
          + " AND (%1$s.to_day IS NULL OR %1$s.to_day > :day)";

  private RosterRows() {}

  /** That no other row is the assignment already: the database would refuse in its own words. */
  static void requireFree(Handle handle, long assignment, Assignment to) {
    boolean taken =
        handle
                .createQuery(
                    "SELECT count(*) FROM assignment WHERE fid <> :fid AND officer = :officer"
                        + " AND theme = :theme AND grid_code = :code AND role = :role"
                        + " AND coalesce(from_day, "
                        + FIRST_DAY
                        + ") = :from")
                .bind("fid", assignment)
                .bind("officer", to.officer())
                .bind("theme", to.theme())
                .bind("code", to.gridCode())
                .bind("role", to.role())
                .bind("from", to.from() == null ? "0001-01-01" : to.from().toString())
                .mapTo(Long.class)
                .one()
            > 0;
    if (taken) {
      throw twice(to.officer(), to.gridCode(), to.role());
    }
  }

  /**
   * That what a write made holds on no day on which the same holds already.
   *
   * @param behind which all rows of the write lie: the others need not be read to find them
   */
  static void requireApart(Handle handle, long behind, long version) {
    handle
        .createQuery(
            "SELECT a.officer, a.grid_code, a.role FROM assignment a JOIN assignment b"
                + " ON b.officer = a.officer AND b.theme = a.theme AND b.grid_code = a.grid_code"
                + " AND b.role = a.role AND b.fid <> a.fid"
                + " WHERE a.fid > :behind AND a.version = :version"
                + " AND (a.from_day IS NULL OR b.to_day IS NULL OR a.from_day < b.to_day)"
                + " AND (b.from_day IS NULL OR a.to_day IS NULL OR b.from_day < a.to_day)"
                + " ORDER BY a.fid LIMIT 1")
        .bind("behind", behind)
        .bind("version", version)
        .map(
            (row, context) ->
                twice(row.getString("officer"), row.getString("grid_code"), row.getString("role")))
        .findOne()
        .ifPresent(
            twice -> {
              throw twice;
            });
  }

  private static StoreException twice(String officer, String grid, String role) {
    return new StoreException(
        Reason.CONFLICT, DataMessages.of("store.assigned-twice", officer, grid, role));
  }

  static RosterEntry entry(ResultSet row) throws SQLException {
    Officer officer = officer(row);
    return new RosterEntry(
        row.getLong("fid"),
        officer,
        new Assignment(
            officer.id(),
            row.getString("theme"),
            row.getString("grid_code"),
            row.getString("role"),
            day(row.getString("from_day")),
            day(row.getString("to_day"))),
        row.getLong("version"));
  }

  static Officer officer(ResultSet row) throws SQLException {
    return new Officer(row.getString("id"), row.getString("name"), row.getString("contact"));
  }

  static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
