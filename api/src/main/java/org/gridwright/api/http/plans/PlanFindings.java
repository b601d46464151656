package org.gridwright.api.http.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.check.PlanCheck;
import org.gridwright.data.draft.Reviewed;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;

/**
 * The findings of published plans, by the rules of their themes. They are kept, a few at a time; a
 * check runs once at a time, because it uses all the memory and cores it can get. Thread-safe.
 */
final class PlanFindings {

  private static final int KEPT = 8;

  private final Snapshots snapshots;
  private final Store store;
  private final PlanCheck check;
  private final Map<Key, List<Finding>> published =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Finding>> eldest) {
          return size() > KEPT;
        }
      };

  PlanFindings(Snapshots snapshots, Store store) {
    this.snapshots = snapshots;
    this.store = store;
    this.check = new PlanCheck(store);
  }

  private record Key(long plan, String rulesVersion, String rosterVersion) {}

  /** What is found in a plan, with what the theme's planners have accepted. */
  List<Reviewed> of(PlanInfo plan) {
    return Reviewed.all(found(plan), store.review().accepted(plan.theme(), null));
  }

  /** The plan itself. */
  Plan plan(PlanInfo plan) {
    return snapshots.of(plan).plan();
  }

  private synchronized List<Finding> found(PlanInfo plan) {
    Key key = new Key(plan.id(), store.review().version(plan.theme()), store.roster().version());
    List<Finding> known = published.get(key);
    if (known == null) {
      PlanSnapshot snapshot = snapshots.of(plan);
      known = check.since(plan.effectiveFrom()).findings(snapshot.plan(), snapshot.locator());
      published.put(key, known);
    }
    return known;
  }
}
