package org.gridwright.data.draft;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import org.gridwright.core.coverage.CheckedPlan;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.plan.Plan;

/**
 * A published plan that drafts start from, with what is made of it once for all of them: its check
 * and the index of its grids.
 */
record Base(Plan plan, Later<EditablePlan> editable, Later<CheckedPlan> checked) {

  /** Starts checking and indexing in the background, on all cores. */
  static Base of(Plan plan, CoverageRules rules, Supplier<FactBasis> facts) {
    return new Base(
        plan, Later.of(() -> editable(plan, facts)), Later.of(() -> CheckedPlan.of(plan, rules)));
  }

  /** As {@link #of}, on one thread, so that whoever asks for something meanwhile has the others. */
  static Base prepared(Plan plan, CoverageRules rules, Supplier<FactBasis> facts) {
    ForkJoinPool one = new ForkJoinPool(1);
    Base base =
        new Base(
            plan,
            Later.of(() -> editable(plan, facts), one),
            Later.of(() -> CheckedPlan.of(plan, rules), one));
    one.shutdown();
    return base;
  }

  /** A plan ready for edits, with what is known of its facts. */
  static EditablePlan editable(Plan plan, Supplier<FactBasis> facts) {
    return EditablePlan.of(plan, plan).standingOn(facts).indexed();
  }
}
