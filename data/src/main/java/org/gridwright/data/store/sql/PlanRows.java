package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.PlanInfo.Status;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of {@code plan} as {@link PlanInfo}, and back. */
final class PlanRows {

  /** A published plan ends where the next one begins, by effective date, then revision. */
  private final String select;

  private static final String LISTED =
      "WITH published AS (SELECT id, lead(effective_from) OVER"
          + " (PARTITION BY theme ORDER BY effective_from, revision) AS effective_to"
          + " FROM plan WHERE revision > 0 AND %s)"
          + " SELECT p.id, p.theme, p.revision, p.effective_from, n.effective_to,"
          + " p.author, p.author_id, p.author_kind, p.reason, p.accepted, p.created"
          + " FROM plan p LEFT JOIN published n ON n.id = p.id WHERE %s AND ";

  /** With milliseconds and Z, as GeoPackage wants a DATETIME. */
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Dialect dialect;

  /** The time as both databases take it. */
  static String now() {
    return text(Instant.now());
  }

  /** A time, to the millisecond, as both databases take it. */
  static String text(Instant time) {
    return INSTANT.format(time.truncatedTo(ChronoUnit.MILLIS));
  }

  PlanRows(Dialect dialect) {
    this.dialect = dialect;
    this.select =
        LISTED.formatted(
            dialect.readableDay("effective_from"), dialect.readableDay("p.effective_from"));
  }

  List<PlanInfo> list(Handle handle, String theme) {
    return handle
        .createQuery(
            select
                + "p.theme = :theme ORDER BY CASE WHEN p.revision = 0 THEN 1 ELSE 0 END,"
                + " p.effective_from, p.revision, p.id")
        .bind("theme", theme)
        .map((row, context) -> plan(row))
        .list();
  }

  Optional<PlanInfo> find(Handle handle, long id) {
    return handle
        .createQuery(select + "p.id = :id")
        .bind("id", id)
        .map((row, context) -> plan(row))
        .findOne();
  }

  Optional<PlanInfo> inForce(Handle handle, String theme, LocalDate day) {
    return handle
        .createQuery(
            select
                + "p.theme = :theme AND p.revision > 0 AND p.effective_from <= :day"
                + " ORDER BY p.effective_from DESC, p.revision DESC LIMIT 1")
        .bind("theme", theme)
        .bind("day", day.toString())
        .map((row, context) -> plan(row))
        .findOne();
  }

  PlanKey key(Handle handle, long id) {
    return handle
        .createQuery("SELECT theme, revision, base_revision FROM plan WHERE id = :id")
        .bind("id", id)
        .map(
            (row, context) -> {
              long revision = row.getLong("revision");
              return revision > 0
                  ? new PlanKey(row.getString("theme"), revision, null)
                  : new PlanKey(row.getString("theme"), row.getLong("base_revision"), id);
            })
        .findOne()
        .orElseThrow(() -> unknown(id));
  }

  /** The theme's latest published revision; 0 where there is none. */
  long latestRevision(Handle handle, String theme) {
    return handle
        .createQuery("SELECT coalesce(max(revision), 0) FROM plan WHERE theme = :theme")
        .bind("theme", theme)
        .mapTo(Long.class)
        .one();
  }

  /** The published plan of a revision. */
  Optional<PlanInfo> published(Handle handle, String theme, long revision) {
    return handle
        .createQuery(select + "p.theme = :theme AND p.revision > 0 AND p.revision = :revision")
        .bind("theme", theme)
        .bind("revision", revision)
        .map((row, context) -> plan(row))
        .findOne();
  }

  void publish(
      Handle handle, long id, long revision, LocalDate effective, @Nullable String accepted) {
    handle
        .createUpdate(
            "UPDATE plan SET revision = :revision, base_revision = :revision,"
                + " effective_from = :effective, accepted = :accepted WHERE id = :id")
        .bind("revision", revision)
        .bind("effective", effective.toString())
        .bind("accepted", accepted)
        .bind("id", id)
        .execute();
  }

  static StoreException unknown(long id) {
    return new StoreException(Reason.NOT_FOUND, DataMessages.of("store.plan-unknown", id));
  }

  private PlanInfo plan(ResultSet row) throws SQLException {
    long revision = row.getLong("revision");
    return new PlanInfo(
        row.getLong("id"),
        row.getString("theme"),
        revision,
        revision > 0 ? Status.PUBLISHED : Status.DRAFT,
        date(row.getString("effective_from")),
        date(row.getString("effective_to")),
        ActorColumns.actor(row),
        row.getString("reason"),
        row.getString("accepted"),
        dialect.instant(row, "created"));
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
