package org.gridwright.data.store.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Actor;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.model.PlanInfo.Status;
import org.gridwright.data.store.DraftStore.About;
import org.gridwright.data.store.PlanStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.gridwright.data.store.sql.UnitRows.PlanKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/** Plans as revisions of {@code unit_version}. */
final class SqlPlanStore implements PlanStore {

  private final Sessions sessions;
  private final Rows rows;
  private final UnitRows units;
  private final PlanRows plans;
  private final VoidRows voids;
  private final DraftCreation creation;

  SqlPlanStore(Sessions sessions, Rows rows) {
    this.sessions = sessions;
    this.rows = rows;
    this.units = new UnitRows(rows);
    this.plans = new PlanRows(rows.dialect());
    this.voids = new VoidRows(rows);
    this.creation = new DraftCreation(rows);
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
  public Plan load(long planId, Progress progress) {
    return sessions.read(
        handle -> {
          PlanKey key = plans.key(handle, planId);
          Theme theme = SqlThemeStore.require(handle, key.theme());
          UnitDecoding all = new UnitDecoding(units, handle, progress);
          for (int depth = 0; depth < theme.levels().size(); depth++) {
            try (ResultIterator<UnitRows.Stored> level = units.units(handle, key, depth, null)) {
              level.forEachRemaining(all::add);
            }
          }
          List<Unit> read = all.units();
          List<Unit> sound = SoundUnits.of(theme, read, all.groundless()).units();
          Plan plan = Plan.of(theme, sound, voids.of(handle, planId));
          boolean undrawn =
              all.groundless().stream().anyMatch(it -> it.depth() < theme.gridLevel().depth());
          return undrawn ? UpperLevels.draw(plan) : plan;
        });
  }

  @Override
  public Stream<Unit> units(long planId, int depth, @Nullable LatticeEnvelope box) {
    return sessions.stream(handle -> units.units(handle, plans.key(handle, planId), depth, box))
        .map(
            row ->
                units.unit(
                    row,
                    row.facts() == null
                        ? Map.of()
                        : sessions.read(
                            handle -> new GroundRows(handle).of(List.of(row.facts())))));
  }

  @Override
  public long count(long planId, int depth) {
    return sessions.read(handle -> units.count(handle, plans.key(handle, planId), depth));
  }

  @Override
  public PlanInfo createDraft(Plan plan, Actor author, String reason, Progress progress) {
    String theme = plan.theme().id();
    return sessions.write(
        handle -> {
          SqlThemeStore.require(handle, theme);
          rows.dialect().lockTheme(handle, theme);
          PlanKey base = new PlanKey(theme, plans.latestRevision(handle, theme), null);
          long draft = creation.add(handle, base, plan, new About("", reason, author), progress);
          return plans.find(handle, draft).orElseThrow();
        });
  }

  @Override
  public Published publish(
      long draftId, LocalDate effective, @Nullable String accepted, Progress progress) {
    return sessions.write(
        handle -> {
          PlanInfo draft = requireDraft(handle, draftId);
          rows.dialect().lockTheme(handle, draft.theme());
          long latest = plans.latestRevision(handle, draft.theme());
          if (plans.key(handle, draftId).revision() != latest) {
            throw new StoreException(
                Reason.CONFLICT, DataMessages.of("store.draft-base-old", draftId, draft.theme()));
          }
          PublishSteps steps = new PublishSteps(handle, draft.theme(), draftId, progress);
          long ended = steps.endReplaced(latest + 1);
          long added = steps.begin(latest + 1);
          plans.publish(handle, draftId, latest + 1, effective, accepted);
          SqlReviewStore.giveToTheme(handle, draftId);
          OfficerChoiceRows.remove(handle, draftId);
          rows.dialect().unitLayersChanged(handle, SqlThemeStore.layers(handle, draft.theme()));
          return new Published(plans.find(handle, draftId).orElseThrow(), added, ended);
        });
  }

  @Override
  public Optional<String> digest(long planId) {
    return sessions.read(handle -> digest(handle, planId));
  }

  @Override
  public void keepDigest(long planId, String digest, String edition) {
    if (digest(planId).filter(digest::equals).isPresent()) {
      return;
    }
    sessions.write(
        handle -> {
          if (rows.version(handle, "unit").equals(edition)) {
            handle
                .createUpdate("DELETE FROM plan_digest WHERE plan = :plan")
                .bind("plan", planId)
                .execute();
            handle
                .createUpdate("INSERT INTO plan_digest (plan, digest) VALUES (:plan, :digest)")
                .bind("plan", planId)
                .bind("digest", digest)
                .execute();
          }
          return null;
        });
  }

  private static Optional<String> digest(Handle handle, long planId) {
    return handle
        .createQuery("SELECT digest FROM plan_digest WHERE plan = :plan")
        .bind("plan", planId)
        .mapTo(String.class)
        .findOne();
  }

  private PlanInfo requireDraft(Handle handle, long id) {
    PlanInfo plan = plans.find(handle, id).orElseThrow(() -> PlanRows.unknown(id));
    if (plan.status() != Status.DRAFT) {
      throw new StoreException(
          Reason.CONFLICT,
          DataMessages.of("store.plan-not-draft", id, plan.theme(), plan.revision()));
    }
    return plan;
  }
}
