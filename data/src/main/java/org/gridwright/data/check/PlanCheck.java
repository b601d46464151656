package org.gridwright.data.check;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.coverage.Acceptances;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.RuleSet;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.service.ServiceCheck;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The one way to check a plan of a store in full. Thread-safe as far as the store is. */
public final class PlanCheck {

  private final Store store;

  public PlanCheck(Store store) {
    this.store = store;
  }

  /** What the coverage of a theme's plans is checked by. */
  public CoverageRules rules(String theme) {
    return store
        .review()
        .rules(theme)
        .coverage(store.themes().jurisdiction(theme), store.review().outlines(theme));
  }

  /** As {@link #check(Plan, Locator, Long)}, with a locator made for this once. */
  public Acceptances.Outcome check(Plan plan, @Nullable Long draft) {
    return check(plan, PackedLocator.of(plan), draft);
  }

  /**
   * Everything that is found in a plan, what was accepted told from what is open.
   *
   * @param locator a locator of the plan
   * @param draft the draft whose plan it is, so that what was accepted in it counts too; null for a
   *     published plan
   */
  public Acceptances.Outcome check(Plan plan, Locator locator, @Nullable Long draft) {
    String theme = plan.theme().id();
    List<Finding> findings = new ArrayList<>(CoverageCheck.of(rules(theme)).check(plan));
    findings.addAll(service(plan, locator));
    return Acceptances.apply(findings, store.review().accepted(theme, draft));
  }

  /** As {@link #check(Plan, Long)}, without looking at how the grids serve the city. */
  public Acceptances.Outcome checkCoverage(Plan plan, @Nullable Long draft) {
    String theme = plan.theme().id();
    return Acceptances.apply(
        CoverageCheck.of(rules(theme)).check(plan), store.review().accepted(theme, draft));
  }

  /** Where the grids of a plan do not serve the city; in a draft, beside what its desk finds. */
  public List<Finding> service(Plan plan, Locator locator) {
    RuleSet rules = store.review().rules(plan.theme().id());
    return ServiceCheck.of(rules)
        .check(plan, locator, new FactsReader(store).read(plan.theme().id(), rules));
  }
}
