package org.gridwright.data.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore.Noted;
import org.gridwright.data.store.DraftStore.Positioned;
import org.gridwright.data.store.sql.DraftRows.Row;
import org.jdbi.v3.core.Handle;

/** Revisions of drafts, and what led to each version. */
final class DraftHistory {

  private static final String LIVE = " WHERE draft = :draft AND dropped = 0";

  private final Dialect dialect;
  private final ChangeRows changes;

  DraftHistory(Rows rows) {
    this.dialect = rows.dialect();
    this.changes = new ChangeRows(rows);
  }

  /** A revision in the store. */
  record Stored(long fid, String kind, PlanChange change) {}

  /** Adds a revision above the draft's head, where undone ones are dropped. */
  void add(Handle handle, Row draft, PlanChange change, RevisionNote note, Progress progress) {
    handle
        .createUpdate("UPDATE draft_revision SET dropped = 1" + LIVE + " AND position > :head")
        .bind("draft", draft.id())
        .bind("head", draft.head())
        .execute();
    String sql =
        "INSERT INTO draft_revision (draft, position, kind, edit, lineage, reason, created, "
            + ActorColumns.NAMES
            + ") VALUES (:draft, :position, :kind, :edit, :lineage, :reason, :now, "
            + ActorColumns.VALUES
            + ") RETURNING fid";
    long revision =
        ActorColumns.bind(handle.createQuery(sql), note.author())
            .bind("draft", draft.id())
            .bind("position", draft.head() + 1)
            .bind("kind", note.kind())
            .bind("edit", note.edit())
            .bind("lineage", JsonText.ofLineage(change.lineage()))
            .bind("reason", note.reason())
            .bind("now", PlanRows.now())
            .mapTo(Long.class)
            .one();
    changes.write(handle, revision, change, progress);
    addStep(handle, draft, revision, false, note.author());
  }

  /** Says what led to the draft's version. */
  void addStep(Handle handle, Row draft, long revision, boolean undone, Actor author) {
    String sql =
        "INSERT INTO draft_step (draft, version, revision, undone, created, "
            + ActorColumns.NAMES
            + ") VALUES (:draft, :version, :revision, :undone, :now, "
            + ActorColumns.VALUES
            + ")";
    ActorColumns.bind(handle.createUpdate(sql), author)
        .bind("draft", draft.id())
        .bind("version", draft.version())
        .bind("revision", revision)
        .bind("undone", undone ? 1 : 0)
        .bind("now", PlanRows.now())
        .execute();
  }

  /** The revision at a position that has not been dropped. */
  Optional<Stored> at(Handle handle, long draft, int position) {
    return handle
        .createQuery(
            "SELECT fid, kind, lineage FROM draft_revision" + LIVE + " AND position = :position")
        .bind("draft", draft)
        .bind("position", position)
        .map(
            (row, context) ->
                new Stored(
                    row.getLong("fid"),
                    row.getString("kind"),
                    new PlanChange(
                        List.of(), List.of(), JsonText.lineage(row.getString("lineage")))))
        .findOne()
        .map(
            it ->
                new Stored(
                    it.fid(), it.kind(), changes.read(handle, it.fid(), it.change().lineage())));
  }

  /** What the revisions do between the draft's head and a position, which is among them. */
  List<Positioned> reach(Handle handle, Row draft, int position) {
    Optional<Stored> asked = at(handle, draft.id(), position);
    if (asked.isEmpty()) {
      return List.of();
    }
    int first = position <= draft.head() ? position : draft.head() + 1;
    int last = Math.max(position, draft.head());
    return IntStream.rangeClosed(first, last)
        .mapToObj(
            each -> {
              Stored step =
                  each == position ? asked.get() : at(handle, draft.id(), each).orElseThrow();
              return new Positioned(each, step.kind(), step.change());
            })
        .toList();
  }

  List<DraftRevision> list(Handle handle, Row draft) {
    Map<Long, List<String>> units = new HashMap<>();
    handle
        .createQuery(
            "SELECT c.revision, c.code FROM draft_change c"
                + " JOIN draft_revision r ON r.fid = c.revision"
                + " WHERE r.draft = :draft AND r.dropped = 0"
                + " GROUP BY c.revision, c.code ORDER BY c.revision, max(c.depth) DESC, c.code")
        .bind("draft", draft.id())
        .map((row, context) -> Map.entry(row.getLong("revision"), row.getString("code")))
        .list()
        .forEach(
            it -> units.computeIfAbsent(it.getKey(), r -> new ArrayList<>()).add(it.getValue()));
    return handle
        .createQuery(
            "SELECT fid, position, kind, edit, reason, created, "
                + ActorColumns.NAMES
                + " FROM draft_revision"
                + LIVE
                + " ORDER BY position")
        .bind("draft", draft.id())
        .map((row, context) -> revision(row, draft.head(), units))
        .list();
  }

  /** The lineage of each revision that is applied behind a position, in order. */
  List<List<Lineage>> lineage(Handle handle, Row draft, int behind) {
    return handle
        .createQuery(
            "SELECT lineage FROM draft_revision"
                + LIVE
                + " AND position > :behind AND position <= :head ORDER BY position")
        .bind("draft", draft.id())
        .bind("behind", behind)
        .bind("head", draft.head())
        .map((row, context) -> JsonText.lineage(row.getString("lineage")))
        .list();
  }

  /** What became of a draft after a version, in order. */
  List<PlanChange> since(Handle handle, long draft, long version) {
    record Step(long revision, String lineage, boolean undone) {}
    List<Step> steps =
        handle
            .createQuery(
                "SELECT r.fid, r.lineage, s.undone FROM draft_step s"
                    + " JOIN draft_revision r ON r.fid = s.revision"
                    + " WHERE s.draft = :draft AND s.version > :version ORDER BY s.version")
            .bind("draft", draft)
            .bind("version", version)
            .map(
                (row, context) ->
                    new Step(
                        row.getLong("fid"), row.getString("lineage"), row.getInt("undone") == 1))
            .list();
    List<PlanChange> since = new ArrayList<>();
    for (Step step : steps) {
      PlanChange change = changes.read(handle, step.revision(), JsonText.lineage(step.lineage()));
      since.add(step.undone() ? change.reversed() : change);
    }
    return since;
  }

  /** What was said of the edits that led to the versions after one, in order. */
  List<Noted> notesSince(Handle handle, long draft, long version) {
    return handle
        .createQuery(
            "SELECT s.version, r.kind, r.edit, r.reason, r.author, r.author_id, r.author_kind"
                + " FROM draft_step s JOIN draft_revision r ON r.fid = s.revision"
                + " WHERE s.draft = :draft AND s.version > :version AND s.undone = 0"
                + " ORDER BY s.version")
        .bind("draft", draft)
        .bind("version", version)
        .map((row, context) -> new Noted(row.getLong("version"), note(row)))
        .list();
  }

  private static RevisionNote note(ResultSet row) throws SQLException {
    return new RevisionNote(
        row.getString("kind"),
        row.getString("edit"),
        ActorColumns.actor(row),
        row.getString("reason"));
  }

  /** Gives a draft without a history that of another. */
  void copy(Handle handle, long from, long to) {
    List<Long> revisions =
        handle
            .createQuery("SELECT fid FROM draft_revision" + LIVE + " ORDER BY position")
            .bind("draft", from)
            .mapTo(Long.class)
            .list();
    for (long revision : revisions) {
      long copy =
          handle
              .createQuery(
                  "INSERT INTO draft_revision"
                      + " (draft, position, kind, edit, lineage, reason, created, "
                      + ActorColumns.NAMES
                      + ") SELECT CAST(:to AS bigint), position, kind, edit, lineage, reason,"
                      + " created, "
                      + ActorColumns.NAMES
                      + " FROM draft_revision WHERE fid = :fid RETURNING fid")
              .bind("to", to)
              .bind("fid", revision)
              .mapTo(Long.class)
              .one();
      changes.copy(handle, revision, copy);
    }
  }

  void remove(Handle handle, long draft) {
    String revisions = "(SELECT fid FROM draft_revision WHERE draft = :draft)";
    for (String sql :
        List.of(
            "DELETE FROM draft_change WHERE revision IN " + revisions,
            "DELETE FROM draft_void_change WHERE revision IN " + revisions,
            "DELETE FROM draft_step WHERE draft = :draft",
            "DELETE FROM draft_revision WHERE draft = :draft")) {
      handle.createUpdate(sql).bind("draft", draft).execute();
    }
  }

  private DraftRevision revision(ResultSet row, int head, Map<Long, List<String>> units)
      throws SQLException {
    int position = row.getInt("position");
    return new DraftRevision(
        position,
        note(row),
        dialect.instant(row, "created"),
        position <= head,
        units.getOrDefault(row.getLong("fid"), List.of()));
  }
}
