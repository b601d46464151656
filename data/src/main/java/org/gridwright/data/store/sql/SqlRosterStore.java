package org.gridwright.data.store.sql;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Assignment;
import org.gridwright.data.model.Officer;
import org.gridwright.data.model.RosterEntry;
import org.gridwright.data.store.RosterStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The tables {@code officer} and {@code assignment}. */
final class SqlRosterStore implements RosterStore {

  /** What is counted at each write to either table; writers wait for one another here. */
  private static final String SUBJECT = "officer";

  private static final String BY_GRID =
      " ORDER BY a.grid_code, a.officer, a.role, coalesce(a.from_day, "
          + RosterRows.FIRST_DAY
          + ")";

  private final Sessions sessions;
  private final Rows rows;

  SqlRosterStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
  }

  @Override
  public List<RosterEntry> of(String theme, String gridCode, LocalDate day) {
    String sql =
        RosterRows.SELECT
            + "a.theme = :theme AND a.grid_code = :code AND "
            + RosterRows.HOLDS.formatted("a")
            + " ORDER BY a.role, a.officer";
    return sessions.read(
        handle ->
            SoundRows.list(
                rows.query(handle, sql)
                    .bind("theme", theme)
                    .bind("code", gridCode)
                    .bind("day", day.toString()),
                (row, context) -> RosterRows.entry(row)));
  }

  @Override
  public Stream<RosterEntry> entries(String theme, @Nullable LocalDate day) {
    String sql =
        RosterRows.SELECT
            + "a.theme = :theme"
            + (day == null ? "" : " AND " + RosterRows.HOLDS.formatted("a"))
            + BY_GRID;
    return sessions.stream(
        handle -> {
          Query query = rows.query(handle, sql).bind("theme", theme);
          return SoundRows.iterator(
              day == null ? query : query.bind("day", day.toString()),
              (row, context) -> RosterRows.entry(row));
        });
  }

  @Override
  public List<RosterEntry> ofGrids(String theme, SortedSet<String> gridCodes) {
    return sessions.read(
        handle ->
            Rows.among(
                handle,
                RosterRows.SELECT + "a.theme = :theme AND a.grid_code IN (%s)" + BY_GRID,
                gridCodes,
                query -> query.bind("theme", theme),
                (row, context) -> RosterRows.entry(row)));
  }

  @Override
  public List<RosterEntry> ofOfficer(String officer) {
    String order =
        " ORDER BY a.theme, a.grid_code, a.role, coalesce(a.from_day, " + RosterRows.FIRST_DAY;
    return sessions.read(
        handle ->
            SoundRows.list(
                rows.query(handle, RosterRows.SELECT + "a.officer = :officer" + order + ")")
                    .bind("officer", officer),
                (row, context) -> RosterRows.entry(row)));
  }

  @Override
  public Optional<RosterEntry> find(long assignment) {
    return sessions.read(handle -> find(handle, assignment));
  }

  @Override
  public Optional<Kept> officer(String id) {
    return sessions.read(
        handle ->
            handle
                .createQuery("SELECT id, name, contact, version FROM officer WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> new Kept(RosterRows.officer(row), row.getLong("version")))
                .findOne());
  }

  @Override
  public List<Officer> search(String text, int limit) {
    String like = "LIKE lower(:pattern) ESCAPE '!'";
    return sessions.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, name, contact FROM officer WHERE lower(name) "
                        + like
                        + " OR lower(id) "
                        + like
                        + " ORDER BY name, id LIMIT :limit")
                .bind("pattern", "%" + text.replaceAll("([!%_])", "!$1") + "%")
                .bind("limit", limit)
                .map((row, context) -> RosterRows.officer(row))
                .list());
  }

  @Override
  public String version() {
    return sessions.read(handle -> rows.version(handle, SUBJECT));
  }

  @Override
  public void putOfficers(Collection<Officer> officers) {
    if (officers.isEmpty()) {
      return;
    }
    sessions.write(
        handle -> {
          long version = next(handle);
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO officer (id, name, contact, version)"
                      + " VALUES (:id, :name, :contact, :version) ON CONFLICT (id) DO UPDATE SET"
                      + " name = excluded.name, contact = excluded.contact,"
                      + " version = excluded.version");
          officers.forEach(
              each ->
                  batch
                      .bind("id", each.id())
                      .bind("name", each.name())
                      .bind("contact", each.contact())
                      .bind("version", version)
                      .add());
          return batch.execute().length;
        });
  }

  @Override
  public long assign(Collection<Assignment> assignments) {
    if (assignments.isEmpty()) {
      return 0;
    }
    return sessions.write(
        handle -> {
          long last = last(handle);
          long version = next(handle);
          PreparedBatch batch =
              handle.prepareBatch(
                  "INSERT INTO assignment"
                      + " (officer, theme, grid_code, role, from_day, to_day, version)"
                      + " VALUES (:officer, :theme, :code, :role, :from, :to, :version)"
                      + " ON CONFLICT (officer, theme, grid_code, role, coalesce(from_day, "
                      + RosterRows.FIRST_DAY
                      + ")) DO UPDATE SET to_day = excluded.to_day, version = excluded.version");
          assignments.forEach(
              each ->
                  batch
                      .bind("officer", each.officer())
                      .bind("theme", each.theme())
                      .bind("code", each.gridCode())
                      .bind("role", each.role())
                      .bind("from", RosterRows.text(each.from()))
                      .bind("to", RosterRows.text(each.to()))
                      .bind("version", version)
                      .add());
          int written = batch.execute().length;
          long added = added(handle, last, version);
          RosterRows.requireApart(handle, added == written ? last : 0, version);
          return written - added;
        });
  }

  @Override
  public RosterEntry change(long assignment, Assignment to) {
    return sessions.write(
        handle -> {
          long version = next(handle);
          require(handle, assignment);
          RosterRows.requireFree(handle, assignment, to);
          handle
              .createUpdate(
                  "UPDATE assignment SET officer = :officer, theme = :theme, grid_code = :code,"
                      + " role = :role, from_day = :from, to_day = :to, version = :version"
                      + " WHERE fid = :fid")
              .bind("officer", to.officer())
              .bind("theme", to.theme())
              .bind("code", to.gridCode())
              .bind("role", to.role())
              .bind("from", RosterRows.text(to.from()))
              .bind("to", RosterRows.text(to.to()))
              .bind("version", version)
              .bind("fid", assignment)
              .execute();
          RosterRows.requireApart(handle, assignment - 1, version);
          return require(handle, assignment);
        });
  }

  @Override
  public void end(Collection<Long> assignments, LocalDate on) {
    if (assignments.isEmpty()) {
      return;
    }
    sessions.write(
        handle -> {
          long version = next(handle);
          PreparedBatch ends =
              handle.prepareBatch(
                  "UPDATE assignment SET to_day = :on, version = :version WHERE fid = :fid"
                      + " AND (from_day IS NULL OR from_day < :on)"
                      + " AND (to_day IS NULL OR to_day > :on)");
          PreparedBatch removals =
              handle.prepareBatch("DELETE FROM assignment WHERE fid = :fid AND from_day >= :on");
          for (long each : assignments) {
            ends.bind("on", on.toString()).bind("version", version).bind("fid", each).add();
            removals.bind("on", on.toString()).bind("fid", each).add();
          }
          removals.execute();
          return ends.execute().length;
        });
  }

  @Override
  public void remove(long assignment) {
    sessions.write(
        handle -> {
          next(handle);
          require(handle, assignment);
          return handle
              .createUpdate("DELETE FROM assignment WHERE fid = :fid")
              .bind("fid", assignment)
              .execute();
        });
  }

  @Override
  public void removeOfficer(String id) {
    sessions.write(
        handle -> {
          next(handle);
          handle
              .createUpdate("DELETE FROM assignment WHERE officer = :id")
              .bind("id", id)
              .execute();
          int removed =
              handle.createUpdate("DELETE FROM officer WHERE id = :id").bind("id", id).execute();
          if (removed == 0) {
            throw new StoreException(
                Reason.NOT_FOUND, DataMessages.of("store.officer-unknown", id));
          }
          return removed;
        });
  }

  /** Counts a write and holds off other writers of the roster until the transaction ends. */
  private long next(Handle handle) {
    Rows.countChange(handle, SUBJECT);
    return Long.parseLong(rows.version(handle, SUBJECT));
  }

  /** The assignment added last; 0 where there is none. */
  private static long last(Handle handle) {
    return handle
        .createQuery("SELECT coalesce(max(fid), 0) FROM assignment")
        .mapTo(Long.class)
        .one();
  }

  /** How many assignments a write added behind another one. */
  private static long added(Handle handle, long last, long version) {
    return handle
        .createQuery("SELECT count(*) FROM assignment WHERE fid > :last AND version = :version")
        .bind("last", last)
        .bind("version", version)
        .mapTo(Long.class)
        .one();
  }

  private Optional<RosterEntry> find(Handle handle, long assignment) {
    return handle
        .createQuery(RosterRows.SELECT + "a.fid = :fid")
        .bind("fid", assignment)
        .map((row, context) -> RosterRows.entry(row))
        .findOne();
  }

  private RosterEntry require(Handle handle, long assignment) {
    return find(handle, assignment)
        .orElseThrow(
            () ->
                new StoreException(
                    Reason.NOT_FOUND, DataMessages.of("store.assignment-unknown", assignment)));
  }
}
