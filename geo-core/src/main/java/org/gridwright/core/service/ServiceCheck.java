package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

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

  /**
   * Everything that is found, by rule, then in code order. Each address and incident is located
   * once, on all cores.
   *
   * @param locator a locator of the plan
   */
  public List<Finding> check(Plan plan, Locator locator, CityFacts facts) {
    ServedPlan served = new ServedPlan(plan, locator, facts);
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(rule.find(served)));
    return List.copyOf(findings);
  }
}
