package org.gridwright.data.store.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.DraftInfo;
import org.gridwright.data.model.DraftRevision;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.RevisionNote;
import org.gridwright.data.store.DraftStore;
import org.gridwright.data.store.StaleDraftException;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.DraftHistory.Stored;
import org.gridwright.data.store.sql.DraftOverlay.RowsMore;
import org.gridwright.data.store.sql.DraftRows.Row;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Drafts as overlays of published revisions, with their histories. */
final class SqlDraftStore implements DraftStore {

  private final Sessions sessions;
  private final Dialect dialect;
  private final PlanRows plans;
  private final DraftRows drafts;
  private final DraftOverlay overlays;
  private final DraftHistory histories;
  private final VoidRows voids;
  private final DraftCreation creation;
  private final ListedDrafts listed = new ListedDrafts();

  SqlDraftStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.dialect = rows.dialect();
    this.plans = new PlanRows(dialect);
    this.drafts = new DraftRows(dialect);
    this.overlays = new DraftOverlay(rows);
    this.histories = new DraftHistory(rows);
    this.voids = new VoidRows(rows);
    this.creation = new DraftCreation(rows);
  }

  @Override
  public List<DraftInfo> list(@Nullable String theme) {
    return sessions.read(
        handle ->
            drafts.marks(handle, theme).stream()
                .map(mark -> listed.of(mark, () -> info(handle, mark.id())))
                .toList());
  }

  @Override
  public Optional<DraftInfo> find(long id) {
    return sessions.read(handle -> drafts.info(handle, id));
  }

  @Override
  public Versions versions(long id) {
    return sessions.read(handle -> drafts.versions(handle, id));
  }

  @Override
  public Difference difference(long id) {
    return sessions.read(
        handle -> {
          drafts.require(handle, id);
          return new Difference(
              info(handle, id),
              overlays.units(handle, id),
              overlays.removed(handle, id),
              voids.of(handle, id));
        });
  }

  @Override
  public DraftInfo create(long publishedPlan, About about) {
    return sessions.write(
        handle -> {
          PlanKey base = published(handle, publishedPlan);
          long id = creation.add(handle, base, about);
          voids.copy(handle, publishedPlan, id);
          return info(handle, id);
        });
  }

  @Override
  public DraftInfo create(Plan plan, About about) {
    return sessions.write(
        handle -> {
          String theme = plan.theme().id();
          SqlThemeStore.require(handle, theme);
          dialect.lockTheme(handle, theme);
          PlanKey base = new PlanKey(theme, plans.latestRevision(handle, theme), null);
          return info(handle, creation.add(handle, base, plan, about, Progress.NONE));
        });
  }

  @Override
  public DraftInfo duplicate(long id, About about) {
    return sessions.write(
        handle -> {
          Row from = drafts.require(handle, id);
          PlanKey base = new PlanKey(from.theme(), from.baseRevision(), null);
          Row to = drafts.require(handle, creation.add(handle, base, about));
          overlays.copy(handle, id, to);
          voids.copy(handle, id, to.id());
          histories.copy(handle, id, to.id());
          OfficerChoiceRows.copy(handle, id, to.id());
          drafts.settle(handle, to.id(), from.head(), (int) info(handle, id).units().changed());
          return info(handle, to.id());
        });
  }

  @Override
  public DraftInfo describe(long id, long expectedVersion, String name, String description) {
    return sessions.write(
        handle -> {
          drafts.advance(handle, id, expectedVersion);
          handle
              .createUpdate("UPDATE plan SET name = :name, reason = :reason WHERE id = :id")
              .bind("name", name)
              .bind("reason", description)
              .bind("id", id)
              .execute();
          return info(handle, id);
        });
  }

  @Override
  public DraftInfo touch(long id, long expectedVersion) {
    return sessions.write(
        handle -> {
          drafts.advance(handle, id, expectedVersion);
          return info(handle, id);
        });
  }

  @Override
  public DraftInfo append(
      DraftInfo before, PlanChange change, RevisionNote note, Progress progress) {
    return sessions.write(
        handle -> {
          Row draft = drafts.advance(handle, before.id(), before.version());
          histories.add(handle, draft, change, note, progress);
          RowsMore more = apply(handle, draft, draft.head() + 1, change, progress);
          return drafts.info(handle, draft.id(), more.after(before.units())).orElseThrow();
        });
  }

  @Override
  public Optional<Stepped> undo(long id, long expectedVersion, Actor author) {
    return move(id, expectedVersion, author, true);
  }

  @Override
  public Optional<Stepped> redo(long id, long expectedVersion, Actor author) {
    return move(id, expectedVersion, author, false);
  }

  private Optional<Stepped> move(long id, long expectedVersion, Actor author, boolean back) {
    return sessions.write(
        handle -> {
          Row before = drafts.require(handle, id);
          if (before.version() != expectedVersion) {
            throw new StaleDraftException(id, expectedVersion);
          }
          int position = back ? before.head() : before.head() + 1;
          Optional<Stored> found = histories.at(handle, id, position);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          Stored revision = found.get();
          Row draft = drafts.advance(handle, id, expectedVersion);
          PlanChange change = back ? revision.change().reversed() : revision.change();
          histories.addStep(handle, draft, revision.fid(), back, author);
          apply(handle, draft, back ? position - 1 : position, change, Progress.NONE);
          return Optional.of(new Stepped(info(handle, id), revision.kind(), change));
        });
  }

  @Override
  public List<DraftRevision> history(long id) {
    return sessions.read(handle -> histories.list(handle, drafts.require(handle, id)));
  }

  @Override
  public RevisionsBetween between(long id, int position) {
    return sessions.read(
        handle -> {
          Row draft = drafts.require(handle, id);
          return new RevisionsBetween(
              draft.version(), draft.head(), histories.reach(handle, draft, position));
        });
  }

  @Override
  public List<PlanChange> since(long id, long version) {
    return sessions.read(
        handle -> {
          drafts.require(handle, id);
          return histories.since(handle, id, version);
        });
  }

  @Override
  public DraftInfo rebase(long id, long expectedVersion, long publishedPlan, PlanChange change) {
    return sessions.write(
        handle -> {
          Row draft = drafts.advance(handle, id, expectedVersion);
          PlanKey base = published(handle, publishedPlan);
          overlays.remove(handle, id);
          voids.remove(handle, id);
          handle
              .createUpdate("UPDATE plan SET base_revision = :base WHERE id = :id")
              .bind("base", base.revision())
              .bind("id", id)
              .execute();
          voids.copy(handle, publishedPlan, id);
          DraftRows.setChanged(handle, id, 0);
          apply(handle, drafts.require(handle, id), draft.head(), change, Progress.NONE);
          return info(handle, id);
        });
  }

  @Override
  public AppliedLineage lineage(long id, int behind) {
    return sessions.read(
        handle -> {
          Row draft = drafts.require(handle, id);
          return new AppliedLineage(
              draft.version(), draft.head(), histories.lineage(handle, draft, behind));
        });
  }

  @Override
  public List<Noted> notesSince(long id, long version) {
    return sessions.read(
        handle -> {
          drafts.require(handle, id);
          return histories.notesSince(handle, id, version);
        });
  }

  @Override
  public Map<Long, KeptChoice> officerChoices(long id) {
    return sessions.read(handle -> OfficerChoiceRows.of(handle, id));
  }

  @Override
  public void chooseOfficer(long id, long assignment, KeptChoice choice) {
    sessions.write(
        handle -> {
          drafts.require(handle, id);
          OfficerChoiceRows.put(handle, id, assignment, choice);
          return id;
        });
  }

  @Override
  public void delete(long id) {
    sessions.write(
        handle -> {
          drafts.require(handle, id);
          histories.remove(handle, id);
          overlays.remove(handle, id);
          voids.remove(handle, id);
          OfficerChoiceRows.remove(handle, id);
          for (String sql :
              List.of(
                  "DELETE FROM accepted_finding WHERE draft = :id",
                  "DELETE FROM plan WHERE id = :id")) {
            handle.createUpdate(sql).bind("id", id).execute();
          }
          return id;
        });
  }

  private RowsMore apply(Handle handle, Row draft, int head, PlanChange change, Progress progress) {
    RowsMore more = overlays.apply(handle, draft, change.units(), progress);
    voids.apply(handle, draft.id(), change.voids());
    drafts.settle(handle, draft.id(), head, more.changed());
    return more;
  }

  private DraftInfo info(Handle handle, long id) {
    return drafts.info(handle, id).orElseThrow();
  }

  private PlanKey published(Handle handle, long plan) {
    PlanKey key = plans.key(handle, plan);
    if (key.draft() != null) {
      PlanInfo draft = plans.find(handle, plan).orElseThrow();
      throw new StoreException(
          Reason.CONFLICT, DataMessages.of("store.plan-not-published", plan, draft.theme()));
    }
    return key;
  }
}
