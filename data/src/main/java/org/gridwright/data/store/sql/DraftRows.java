package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftInfo.Counts;
import org.gridwright.data.model.DraftInfo.Step;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of {@code plan} that are drafts. */
final class DraftRows {

  private final Dialect dialect;
  private final PlanRows plans;

  DraftRows(Dialect dialect) {
    this.dialect = dialect;
    this.plans = new PlanRows(dialect);
  }

  /** A draft as its row tells it. */
  record Row(long id, String theme, long baseRevision, int head, long version) {}

  List<Long> ids(Handle handle, @Nullable String theme) {
    String of = theme == null ? "" : " AND theme = :theme";
    var query = handle.createQuery("SELECT id FROM plan WHERE revision = 0" + of + " ORDER BY id");
    return (theme == null ? query : query.bind("theme", theme)).mapTo(Long.class).list();
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

  void setHead(Handle handle, long id, int head) {
    handle
        .createUpdate("UPDATE plan SET head = :head WHERE id = :id")
        .bind("head", head)
        .bind("id", id)
        .execute();
  }

  Optional<DraftInfo> info(Handle handle, long id) {
    return handle
        .createQuery(
            "SELECT id, theme, base_revision, head, version, name, reason, author, created,"
                + " coalesce(updated, created) AS changed FROM plan"
                + " WHERE id = :id AND revision = 0")
        .bind("id", id)
        .map((row, context) -> info(handle, row))
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

  private DraftInfo info(Handle handle, ResultSet row) throws SQLException {
    Row draft = row(row);
    return new DraftInfo(
        draft.id(),
        draft.theme(),
        row.getString("name"),
        row.getString("reason"),
        base(handle, draft),
        draft.version(),
        row.getString("author"),
        dialect.instant(row, "created"),
        dialect.instant(row, "changed"),
        draft.head(),
        step(handle, draft.id(), draft.head()),
        step(handle, draft.id(), draft.head() + 1),
        counts(handle, draft));
  }

  private @Nullable PlanInfo base(Handle handle, Row draft) {
    return plans.published(handle, draft.theme(), draft.baseRevision()).orElse(null);
  }

  private static @Nullable Step step(Handle handle, long draft, int position) {
    return handle
        .createQuery(
            "SELECT kind, reason FROM draft_revision"
                + " WHERE draft = :draft AND position = :position AND dropped = 0")
        .bind("draft", draft)
        .bind("position", position)
        .map((row, context) -> new Step(row.getString("kind"), row.getString("reason")))
        .findOne()
        .orElse(null);
  }

  private static Counts counts(Handle handle, Row draft) {
    long all = count(handle, draft, "unit_version o WHERE o.draft = :draft");
    long changed =
        count(
            handle,
            draft,
            "unit_version o WHERE o.draft = :draft AND EXISTS (SELECT 1 FROM unit_version u"
                + " WHERE u.theme = o.theme AND u.depth = o.depth AND u.code = o.code AND "
                + UnitRows.VALID_AT_REVISION
                + ")");
    long removed = count(handle, draft, "draft_removal o WHERE o.draft = :draft");
    return new Counts(changed, all - changed, removed);
  }

  private static long count(Handle handle, Row draft, String from) {
    var query = handle.createQuery("SELECT count(*) FROM " + from).bind("draft", draft.id());
    if (from.contains(":revision")) {
      query.bind("revision", draft.baseRevision());
    }
    return query.mapTo(Long.class).one();
  }
}
