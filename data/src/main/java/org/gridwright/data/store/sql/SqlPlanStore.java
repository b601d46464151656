package org.gridwright.data.store.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.PlanInfo.Status;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Plans as revisions of {@code unit_version}. */
final class SqlPlanStore implements PlanStore {

  private final Sessions sessions;
  private final Rows rows;
  private final UnitRows units;
  private final PlanRows plans;

  SqlPlanStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.units = new UnitRows(rows);
    this.plans = new PlanRows(rows.dialect());
  }

  @Override
  public List<PlanInfo> list(String theme) {
    return sessions.read(handle -> plans.list(handle, theme));
  }

  @Override
  public Optional<PlanInfo> find(long planId) {
    return sessions.read(handle -> plans.find(handle, planId));
  }

  @Override
  public Optional<PlanInfo> inForce(String theme, LocalDate day) {
    return sessions.read(handle -> plans.inForce(handle, theme, day));
  }

  @Override
  public Plan load(long planId) {
    return sessions.read(
        handle -> {
          PlanKey key = plans.key(handle, planId);
          Theme theme = SqlThemeStore.require(handle, key.theme());
          UnitDecoding all = new UnitDecoding(units);
          for (int depth = 0; depth < theme.levels().size(); depth++) {
            try (ResultIterator<UnitRows.Stored> level = units.units(handle, key, depth, null)) {
              level.forEachRemaining(all::add);
            }
          }
          return Plan.of(theme, all.units());
        });
  }

  @Override
  public Stream<Unit> units(long planId, int depth, @Nullable LatticeEnvelope box) {
    return sessions.stream(handle -> units.units(handle, plans.key(handle, planId), depth, box))
        .map(units::unit);
  }

  @Override
  public long count(long planId, int depth) {
    return sessions.read(handle -> units.count(handle, plans.key(handle, planId), depth));
  }

  @Override
  public PlanInfo createDraft(Plan plan, String author, String reason) {
    String theme = plan.theme().id();
    return sessions.write(
        handle -> {
          SqlThemeStore.require(handle, theme);
          rows.dialect().lockTheme(handle, theme);
          PlanKey base = new PlanKey(theme, plans.latestRevision(handle, theme), null);
          DraftDifference difference = DraftDifference.between(handle, units, base, plan);
          long draft =
              plans.insert(
                  handle, base, author, reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
          rows.insert(
              handle,
              UnitRows.TABLE,
              difference.changed().iterator(),
              unit -> UnitRows.toRow(theme, draft, unit));
          insertRemovals(handle, draft, difference.removed());
          return plans.find(handle, draft).orElseThrow();
        });
  }

  @Override
  public Published publish(long draftId, LocalDate effective, @Nullable String accepted) {
    return sessions.write(
        handle -> {
          PlanInfo draft = requireDraft(handle, draftId, "store.plan-not-draft");
          rows.dialect().lockTheme(handle, draft.theme());
          long latest = plans.latestRevision(handle, draft.theme());
          long base = plans.key(handle, draftId).revision();
          PublishSteps steps = new PublishSteps(handle, draft.theme(), draftId);
          if (base != latest) {
            steps.rebase(base, latest);
          }
          long ended = steps.endReplaced(latest + 1);
          long added = steps.begin(latest + 1);
          plans.publish(handle, draftId, latest + 1, effective, accepted);
          rows.dialect().unitLayersChanged(handle, SqlThemeStore.layers(handle, draft.theme()));
          return new Published(plans.find(handle, draftId).orElseThrow(), added, ended);
        });
  }

  @Override
  public void deleteDraft(long draftId) {
    sessions.write(
        handle -> {
          requireDraft(handle, draftId, "store.plan-published");
          for (String sql :
              List.of(
                  "DELETE FROM unit_version WHERE draft = :id",
                  "DELETE FROM draft_removal WHERE draft = :id",
                  "DELETE FROM plan WHERE id = :id")) {
            handle.createUpdate(sql).bind("id", draftId).execute();
          }
          return draftId;
        });
  }

  private PlanInfo requireDraft(Handle handle, long id, String refusal) {
    PlanInfo plan = plans.find(handle, id).orElseThrow(() -> PlanRows.unknown(id));
    if (plan.status() != Status.DRAFT) {
      throw new StoreException(
          Reason.CONFLICT, DataMessages.of(refusal, id, plan.theme(), plan.revision()));
    }
    return plan;
  }

  private static void insertRemovals(
      Handle handle, long draft, List<DraftDifference.Removal> removed) {
    if (removed.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO draft_removal (draft, depth, code) VALUES (:draft, :depth, :code)");
    for (DraftDifference.Removal removal : removed) {
      batch.bind("draft", draft).bind("depth", removal.depth()).bind("code", removal.code()).add();
    }
    batch.execute();
  }
}
