package org.gridwright.data.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.PlanBalance;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * How evenly drafts are balanced. What the grids of a draft have is kept, and after an edit only
 * the grids that it touched are looked at again; the first draft of a plan waits until all of them
 * are counted. Thread-safe.
 */
public final class DraftBalances {

  /** Measures of drafts, and of the plans that they start from. */
  private static final int KEPT = 24;

  private final Store store;
  private final Function<Plan, Locator> locators;
  private final Map<Slotted, AtomicReference<@Nullable Tally>> slots = new RecentlyUsed<>(KEPT);

  DraftBalances(Store store, Function<Plan, Locator> locators) {
    this.store = store;
    this.locators = locators;
  }

  /**
   * What is counted of what.
   *
   * @param draft its id; null for the plan that a theme's drafts start from
   */
  private record Slotted(String theme, @Nullable Long draft, Measure measure) {}

  /** What was counted last, and by which version of what else it depends on. */
  private record Tally(EditablePlan plan, String version, GridAmounts amounts) {

    @SuppressWarnings("ReferenceEquality") // another base is another object
    boolean isOf(Base base, String now) {
      return version.equals(now) && plan.base().filter(it -> it == base.plan()).isPresent();
    }
  }

  /** What the units of a draft can be measured by. */
  public List<Measure> measures(DraftState draft) {
    return Measure.of(draft.facts().schema());
  }

  /**
   * The balance of a level by one of {@link #measures}; of the finest level about the theme's
   * target, where it has one.
   */
  public PlanBalance of(DraftState draft, Measure measure, int depth) {
    BalanceGoal goal = store.review().rules(draft.info().theme()).goal(measure);
    boolean finest = depth == draft.plan().theme().gridLevel().depth();
    return PlanBalance.of(amounts(draft, measure), depth, finest ? goal : goal.aboutMean());
  }

  /** What publishing a draft changes: units by level, and what all grids have together. */
  public DraftSummary summary(DraftState draft) {
    Plan plan = draft.plan();
    PlanFacts before = draft.base().editable().get().facts();
    List<DraftSummary.Total> totals = new ArrayList<>();
    for (Measure measure : measures(draft)) {
      if (measure.isAttribute()) {
        PlanBalance now = of(draft, measure, plan.theme().gridLevel().depth());
        boolean known = before.schema().declaration(measure.id()).isPresent();
        totals.add(
            new DraftSummary.Total(
                measure.id(),
                known ? before.sum(measure.id()) : BigDecimal.ZERO,
                now.total(),
                now.estimated(),
                now.amounts().size() - now.known()));
      }
    }
    return new DraftSummary(
        LevelChanges.between(
            draft.base().plan(),
            plan,
            store.drafts().lineage(draft.info().id()),
            draft.facts().schema().countsAndDays()),
        totals);
  }

  /** Changes whenever the balance of a draft of one version may have. */
  public String version(DraftState draft, Measure measure) {
    return source(draft, measure).version();
  }

  private GridAmounts amounts(DraftState draft, Measure measure) {
    MeasureSource source = source(draft, measure);
    String version = source.version();
    String theme = draft.info().theme();
    AtomicReference<@Nullable Tally> slot = slot(theme, draft.info().id(), measure);
    synchronized (slot) {
      Tally known = slot.get();
      if (known == null || !known.isOf(draft.base(), version)) {
        known = ofBase(slot(theme, null, measure), draft.base(), source, version);
      }
      Tally now = moved(known, draft.editable(), source);
      slot.set(now);
      return now.amounts();
    }
  }

  private static Tally ofBase(
      AtomicReference<@Nullable Tally> slot, Base base, MeasureSource source, String version) {
    synchronized (slot) {
      Tally known = slot.get();
      if (known == null || !known.isOf(base, version)) {
        EditablePlan plan = base.editable().get();
        known = new Tally(plan, version, source.of(plan));
        slot.set(known);
      }
      return known;
    }
  }

  @SuppressWarnings("ReferenceEquality") // the same plan need not be walked through
  private static Tally moved(Tally known, EditablePlan now, MeasureSource source) {
    return known.plan().plan() == now.plan()
        ? known
        : new Tally(now, known.version(), source.after(known.plan(), known.amounts(), now));
  }

  private AtomicReference<@Nullable Tally> slot(
      String theme, @Nullable Long draft, Measure measure) {
    synchronized (slots) {
      return slots.computeIfAbsent(
          new Slotted(theme, draft, measure), it -> new AtomicReference<>());
    }
  }

  private MeasureSource source(DraftState draft, Measure measure) {
    String rules = store.review().version(draft.info().theme());
    if (measure.isAttribute()) {
      return new ToldAmounts(measure, rules);
    }
    return measure.equals(Measure.AREA)
        ? new GroundAmounts(rules)
        : new PlacesOwned(measure, rules, store, locators);
  }
}
