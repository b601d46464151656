package org.gridwright.data.snapshot;

import java.util.Optional;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.PlanInfo;

/**
 * Where what answers for the plans in force is kept from one start to the next. Thread-safe. Never
 * fails: what cannot be kept or used is as if it were not there, and made of the plan again.
 */
public interface KeptPlans extends AutoCloseable {

  /** Keeps nothing. */
  KeptPlans NONE =
      new KeptPlans() {
        @Override
        public Optional<KeptPlan> open(PlanInfo plan, String digest) {
          return Optional.empty();
        }

        @Override
        public void keep(Origin origin, Plan plan, Locator locator) {}

        @Override
        public void close() {}
      };

  /**
   * What was kept of a plan; whoever opens it closes it.
   *
   * @param digest of the plan, as the store has it
   */
  Optional<KeptPlan> open(PlanInfo plan, String digest);

  /**
   * Keeps what answers for a plan in force, in place of what was kept of its theme, some time after
   * returning; does nothing with a locator that is not its own.
   */
  void keep(Origin origin, Plan plan, Locator locator);

  /** Keeps nothing more; what has begun ends. */
  @Override
  void close();

  /**
   * Where a plan was read from.
   *
   * @param edition what other programs had written when it was: {@link
   *     org.gridwright.data.store.RowCheck#planVersion}
   */
  record Origin(PlanInfo info, String edition) {}
}
