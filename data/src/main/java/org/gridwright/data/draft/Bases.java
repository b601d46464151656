package org.gridwright.data.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.StoreException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The bases of the drafts that are at work, a few, the least recently used leaving; with what their
 * check found, for whoever asks that of the published plans themselves. Thread-safe.
 */
public final class Bases {

  private static final int KEPT = 3;

  private final Store store;
  private final StoreFacts sources;
  private final Function<PlanInfo, Plan> published;
  private final Map<Key, Base> kept = new RecentlyUsed<>(KEPT);

  Bases(Store store, Function<PlanInfo, Plan> published) {
    this.store = store;
    this.sources = new StoreFacts(store);
    this.published = published;
  }

  /** What a base depends on; the plan's id is 0 where nothing was published. */
  private record Key(String theme, long plan, String rules) {}

  /** A version of everything that plans of a theme are checked by. */
  String rulesVersion(String theme) {
    return store.review().version(theme);
  }

  /**
   * The base of drafts of a published plan.
   *
   * @param plan null for drafts of a theme without a published plan
   */
  synchronized Base of(String theme, @Nullable PlanInfo plan, String rulesVersion) {
    Key key = new Key(theme, plan == null ? 0 : plan.id(), rulesVersion);
    Base known = kept.get(key);
    if (known == null) {
      Plan content = plan == null ? Plan.of(theme(theme), List.of()) : published.apply(plan);
      known = Base.of(content, rules(theme), facts(content, plan));
      kept.put(key, known);
    }
    return known;
  }

  /**
   * Gets ready for drafts of a published plan: its content is at hand on return, the rest follows
   * at leisure.
   */
  public synchronized void prepare(PlanInfo plan) {
    Key key = new Key(plan.theme(), plan.id(), rulesVersion(plan.theme()));
    if (!kept.containsKey(key)) {
      Plan content = published.apply(plan);
      kept.put(key, Base.prepared(content, rules(plan.theme()), facts(content, plan)));
    }
  }

  /**
   * What the coverage of a published plan has wrong, where it is a base: no second check is needed.
   * Waits while that is being checked.
   *
   * @param rulesVersion of the rules that are asked about
   * @return empty where it is no base by these rules
   * @throws org.gridwright.core.work.StoppedException when it is not to wait any longer
   */
  public Optional<List<Finding>> coverage(PlanInfo plan, String rulesVersion, Progress progress) {
    Base known;
    synchronized (this) {
      known = kept.get(new Key(plan.theme(), plan.id(), rulesVersion));
    }
    return known == null || known.checked().hasFailed()
        ? Optional.empty()
        : Optional.of(known.checked().get(progress).findings());
  }

  /** Keeps a plan that was just published and checked, as the base of drafts to come. */
  synchronized void keep(PlanInfo plan, CheckedPlan checked) {
    Later<EditablePlan> editable =
        Later.of(() -> Base.editable(checked.plan(), facts(checked.plan(), plan)));
    kept.put(
        new Key(plan.theme(), plan.id(), rulesVersion(plan.theme())),
        new Base(checked.plan(), editable, Later.now(checked)));
  }

  private Supplier<FactBasis> facts(Plan content, @Nullable PlanInfo plan) {
    LocalDate since = plan == null ? null : plan.effectiveFrom();
    return () -> sources.basis(content, since);
  }

  private CoverageRules rules(String theme) {
    return new PlanCheck(store).rules(theme);
  }

  private Theme theme(String id) {
    return store
        .themes()
        .find(id)
        .orElseThrow(
            () -> new StoreException(Reason.NOT_FOUND, DataMessages.of("store.theme-unknown", id)));
  }
}
