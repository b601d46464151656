package org.gridwright.data.draft;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.store.Store;

/**
 * Where the grids of drafts do not serve the city. That is looked at when somebody asks, not at
 * each edit: it asks of all addresses, incidents and officers, which is long in a large city. The
 * answer is kept as long as plan, rules and roster stay; what else is imported meanwhile shows
 * after the next edit. Thread-safe.
 */
final class ServiceFindings {

  private static final int KEPT = 6;

  private record Known(Plan plan, String rules, Later<List<Finding>> findings) {}

  private final Store store;
  private final Function<Plan, Locator> locators;
  private final PlanCheck check;
  private final Map<Long, Known> byDraft = new RecentlyUsed<>(KEPT);

  ServiceFindings(Store store, Function<Plan, Locator> locators) {
    this.store = store;
    this.locators = locators;
    this.check = new PlanCheck(store);
  }

  /** The findings of a draft; waits while they are looked for. */
  List<Finding> of(DraftState draft) {
    return later(
            draft, store.review().version(draft.info().theme()) + "/" + store.roster().version())
        .get();
  }

  void forget(long draft) {
    synchronized (byDraft) {
      byDraft.remove(draft);
    }
  }

  private Later<List<Finding>> later(DraftState draft, String rules) {
    long id = draft.info().id();
    Plan plan = draft.plan();
    synchronized (byDraft) {
      Known known = byDraft.get(id);
      if (known == null
          || known.plan() != plan
          || !known.rules().equals(rules)
          || known.findings().hasFailed()) {
        known =
            new Known(
                plan, rules, Later.of(() -> check.service(draft.told(), locators.apply(plan), id)));
        byDraft.put(id, known);
      }
      return known.findings();
    }
  }
}
