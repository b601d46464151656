package org.gridwright.data.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.plan.PlanChange;

/**
 * The last steps of a draft, without a gap, so that an edit that was made a moment ago on an older
 * version needs no store to be merged. Immutable. Plans share what they have in common: one more
 * costs what its edit changed, besides some block copies of references.
 */
record RecentVersions(List<VersionStep> steps) {

  static final RecentVersions NONE = new RecentVersions(List.of());

  /** More than the versions that go by while an edit is on its way. */
  private static final int KEPT = 128;

  /**
   * A step from one version to the next.
   *
   * @param version that it led to
   * @param before the draft's plan before it
   * @param change {@link PlanChange#NONE} where nothing but what people say of the draft changed
   */
  record VersionStep(long version, Later<EditablePlan> before, PlanChange change) {}

  RecentVersions {
    steps = List.copyOf(steps);
  }

  /** These and one step more, without the oldest ones where they get too many. */
  RecentVersions and(VersionStep next) {
    boolean follows =
        steps.isEmpty() || steps.get(steps.size() - 1).version() + 1 == next.version();
    List<VersionStep> more = new ArrayList<>(follows ? steps : List.of());
    more.add(next);
    return new RecentVersions(more.subList(Math.max(0, more.size() - KEPT), more.size()));
  }

  /** The steps after a version that is not the last one; empty where not all of them are known. */
  Optional<List<VersionStep>> since(long version) {
    long missing = steps.isEmpty() ? 1 : steps.get(0).version() - 1 - version;
    return missing > 0
        ? Optional.empty()
        : Optional.of(steps.subList((int) -missing, steps.size()));
  }
}
