package org.gridwright.core.service;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.coverage.Finding;
import org.gridwright.core.coverage.RuleSet;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

/** Says where the grids of a plan do not serve the city. Immutable and thread-safe. */
public final class ServiceCheck {

  private final List<ServiceRule> rules;

  private ServiceCheck(List<ServiceRule> rules) {
    this.rules = rules;
  }

  public static ServiceCheck of(RuleSet rules) {
    return new ServiceCheck(ServiceRule.of(rules));
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
