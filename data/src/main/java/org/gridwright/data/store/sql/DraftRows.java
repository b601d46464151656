package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.model.DraftInfo.Step;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.DraftStore.Versions;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of {@code plan} that are drafts. */
final class DraftRows {

  /**
   * Upper units of a draft that differ from its base in nothing but what their grids make of them.
   */
  private static final String FOLLOWING =
      "SELECT count(*) FROM unit_version o"
          + " JOIN unit_version b ON b.theme = o.theme AND b.depth = o.depth AND b.code = o.code"
          + " AND b.from_revision <= p.base_revision"
          + " AND (b.to_revision IS NULL OR b.to_revision > p.base_revision)"
          + " WHERE o.draft = p.id"
          + " AND o.depth < (SELECT max(l.depth) FROM level l WHERE l.theme = p.theme) AND"
          + UnitRows.SAME_BUT_OUTLINE;

  /** How a draft differs from its base; takes time in proportion to its units. */
  private static final String COUNTS =
      ", (SELECT count(*) FROM unit_version o WHERE o.draft = p.id) AS own,"
          + " ("
          + FOLLOWING
          + ") AS following,"
          + " (SELECT count(*) FROM draft_removal o WHERE o.draft = p.id) AS removed";

  /** All there is to say of a draft but its base, and how it differs from that. */
  private static final String INFO =
      "SELECT p.id, p.theme, p.base_revision, p.head, p.version, p.name, p.reason,"
          + " p.author, p.author_id, p.author_kind, p.created, coalesce(p.updated, p.created) AS changed, p.units_changed,"
          + " u.kind AS undo_kind, u.reason AS undo_reason,"
          + " r.kind AS redo_kind, r.reason AS redo_reason";

  private static final String OF_DRAFT =
      " FROM plan p"
          + " LEFT JOIN draft_revision u"
          + " ON u.draft = p.id AND u.position = p.head AND u.dropped = 0"
          + " LEFT JOIN draft_revision r"
          + " ON r.draft = p.id AND r.position = p.head + 1 AND r.dropped = 0"
          + " WHERE p.id = :id AND p.revision = 0";

  private final Dialect dialect;
  private final PlanRows plans;

  DraftRows(Dialect dialect) {
    this.dialect = dialect;
    this.plans = new PlanRows(dialect);
  }

  /** A draft as its row tells it. */
  record Row(long id, String theme, long baseRevision, int head, long version) {}

  /**
   * What tells whether a draft is as it was read before, without reading it.
   *
   * @param row what its row holds, and the latest revision of its theme
   */
  record Mark(long id, List<@Nullable String> row) {}

  /** The marks of the drafts of a theme, of all themes where it is null, in order of id. */
  List<Mark> marks(Handle handle, @Nullable String theme) {
    String sql =
        "SELECT p.id, p.version, p.head, p.base_revision, p.units_changed, p.name, p.reason,"
            + " p.author, p.updated,"
            + " (SELECT max(q.revision) FROM plan q WHERE q.theme = p.theme) AS latest"
            + " FROM plan p WHERE p.revision = 0"
            + (theme == null ? "" : " AND p.theme = :theme")
            + " ORDER BY p.id";
    var query = handle.createQuery(sql);
    return (theme == null ? query : query.bind("theme", theme))
        .map((row, context) -> mark(row))
        .list();
  }

  private static Mark mark(ResultSet row) throws SQLException {
    List<@Nullable String> told = new ArrayList<>();
    for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
      told.add(row.getString(i));
    }
    return new Mark(row.getLong(1), told);
  }

  Optional<Row> row(Handle handle, long id) {
    return handle
        .createQuery(
            "SELECT id, theme, base_revision, head, version FROM plan"
                + " WHERE id = :id AND revision = 0")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  Row require(Handle handle, long id) {
    return row(handle, id).orElseThrow(() -> absent(handle, id));
  }

  /**
   * Counts the version up, and keeps other writers away from the draft until the transaction ends.
   * Returns the row with the new version.
   */
  Row advance(Handle handle, long id, long expectedVersion) {
    return handle
        .createQuery(
            "UPDATE plan SET version = version + 1, updated = :now"
                + " WHERE id = :id AND revision = 0 AND version = :expected"
                + " RETURNING id, theme, base_revision, head, version")
        .bind("id", id)
        .bind("expected", expectedVersion)
        .bind("now", PlanRows.now())
        .map((row, context) -> row(row))
        .findOne()
        .orElseThrow(
            () -> {
              require(handle, id);
              return new StaleDraftException(id, expectedVersion);
            });
  }

  /**
   * Keeps what a change has done to a draft.
   *
   * @param head position of the last revision in force
   * @param moreChanged by how many more units of the base are changed; negative for fewer
   */
  void settle(Handle handle, long id, int head, int moreChanged) {
    handle
        .createUpdate(
            "UPDATE plan SET head = :head, units_changed = units_changed + :more WHERE id = :id")
        .bind("head", head)
        .bind("more", moreChanged)
        .bind("id", id)
        .execute();
  }

  /** Sets how many units of the base a draft has with another content. */
  static void setChanged(Handle handle, long id, long changed) {
    handle
        .createUpdate("UPDATE plan SET units_changed = :changed WHERE id = :id")
        .bind("changed", changed)
        .bind("id", id)
        .execute();
  }

  /** The version of a draft and that of what plans of its theme are checked by. */
  Versions versions(Handle handle, long id) {
    return handle
        .createQuery(
            "SELECT version, ("
                + SqlReviewStore.versionOf("plan.theme")
                + ") AS review FROM plan WHERE id = :id AND revision = 0")
        .bind("id", id)
        .map((row, context) -> new Versions(row.getLong("version"), row.getString("review")))
        .findOne()
        .orElseThrow(() -> absent(handle, id));
  }

  Optional<DraftInfo> info(Handle handle, long id) {
    return handle
        .createQuery(INFO + COUNTS + OF_DRAFT)
        .bind("id", id)
        .map((row, context) -> info(handle, row, counts(row)))
        .findOne();
  }

  /** As above, where it is known how it differs from its base. */
  Optional<DraftInfo> info(Handle handle, long id, Counts known) {
    return handle
        .createQuery(INFO + OF_DRAFT)
        .bind("id", id)
        .map((row, context) -> info(handle, row, known))
        .findOne();
  }

  /** Why there is no draft of that id. */
  private StoreException absent(Handle handle, long id) {
    return plans
        .find(handle, id)
        .map(
            plan ->
                new StoreException(
                    Reason.CONFLICT,
                    DataMessages.of("store.plan-not-draft", id, plan.theme(), plan.revision())))
        .orElseGet(
            () -> new StoreException(Reason.NOT_FOUND, DataMessages.of("store.draft-unknown", id)));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("theme"),
        row.getLong("base_revision"),
        row.getInt("head"),
        row.getLong("version"));
  }

  private DraftInfo info(Handle handle, ResultSet row, Counts units) throws SQLException {
    Row draft = row(row);
    return new DraftInfo(
        draft.id(),
        draft.theme(),
        row.getString("name"),
        row.getString("reason"),
        base(handle, draft),
        draft.version(),
        ActorColumns.actor(row),
        dialect.instant(row, "created"),
        dialect.instant(row, "changed"),
        draft.head(),
        step(row, "undo"),
        step(row, "redo"),
        units);
  }

  private @Nullable PlanInfo base(Handle handle, Row draft) {
    return plans.published(handle, draft.theme(), draft.baseRevision()).orElse(null);
  }

  private static @Nullable Step step(ResultSet row, String which) throws SQLException {
    String kind = row.getString(which + "_kind");
    return kind == null ? null : new Step(kind, row.getString(which + "_reason"));
  }

  private static Counts counts(ResultSet row) throws SQLException {
    long changed = row.getLong("units_changed");
    return new Counts(
        changed - row.getLong("following"), row.getLong("own") - changed, row.getLong("removed"));
  }
}
