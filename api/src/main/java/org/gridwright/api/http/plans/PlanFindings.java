package org.gridwright.api.http.plans;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.Finding;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.Snapshots;

/**
 * The findings of plans. Those of published plans are kept, a few at a time; a check runs once at a
 * time, because it uses all the memory and cores it can get. Thread-safe.
 */
final class PlanFindings {

  private static final int KEPT = 8;

  private final Snapshots snapshots;
  private final Map<Long, List<Finding>> published =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<Finding>> eldest) {
          return size() > KEPT;
        }
      };

  PlanFindings(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  synchronized List<Finding> of(PlanInfo plan) {
    List<Finding> known = published.get(plan.id());
    if (known != null) {
      return known;
    }
    List<Finding> found = CoverageCheck.standard().check(snapshots.of(plan).plan());
    if (plan.status() == PlanInfo.Status.PUBLISHED) {
      published.put(plan.id(), found);
    }
    return found;
  }
}
