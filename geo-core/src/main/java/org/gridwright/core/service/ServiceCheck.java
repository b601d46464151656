package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/** Says where the grids of a plan do not serve the city. Immutable and thread-safe. */
public final class ServiceCheck {

  private final List<ServiceRule> rules;

  private ServiceCheck(List<ServiceRule> rules) {
    this.rules = rules;
  }

  /** A check by the rules that a theme's rule set makes. */
  public static ServiceCheck of(List<ServiceRule> rules) {
    return new ServiceCheck(List.copyOf(rules));
  }

  /** As {@link #check(Plan, Locator, CityFacts, Progress)}, unwatched. */
  public List<Finding> check(Plan plan, Locator locator, CityFacts facts) {
    return check(plan, locator, facts, Progress.NONE);
  }

  /**
   * Everything that is found, by rule, then in code order. Each address and incident is located
   * once, on all cores.
   *
   * @param locator a locator of the plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public List<Finding> check(Plan plan, Locator locator, CityFacts facts, Progress progress) {
    ServedPlan served = new ServedPlan(plan, locator, facts, progress);
    List<Finding> findings = new ArrayList<>();
    Steps steps = progress.steps(rules.size());
    for (ServiceRule rule : rules) {
      findings.addAll(rule.find(served));
      steps.done();
    }
    return List.copyOf(findings);
  }
}
