package org.gridwright.data.check;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.core.service.ServiceCheck;
import org.gridwright.data.store.CheckBasis;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The one way to check a plan of a store in full. Thread-safe as far as the store is. */
public final class PlanCheck {

  private final Store store;
  private final @Nullable RuleSet instead;

  /** A check by the rules of each theme. */
  public PlanCheck(Store store) {
    this(store, null);
  }

  private PlanCheck(Store store, @Nullable RuleSet instead) {
    this.store = store;
    this.instead = instead;
  }

  /** The same check by other rules than the theme's. */
  public PlanCheck by(RuleSet rules) {
    return new PlanCheck(store, rules);
  }

  private CheckBasis basis(String theme, @Nullable Long draft) {
    CheckBasis basis = store.review().basis(theme, draft);
    return instead == null ? basis : basis.by(instead);
  }

  /** What the coverage of a theme's plans is checked by. */
  public CoverageRules rules(String theme) {
    return basis(theme, null).coverage();
  }

  /** As {@link #check(Plan, Locator, Long)}, with a locator made for this once. */
  public Acceptances.Outcome check(Plan plan, @Nullable Long draft) {
    return check(plan, PackedLocator.of(plan), draft);
  }

  /**
   * Everything that is found in a plan, what was accepted told from what is open. Rules,
   * jurisdiction, outlines and what was accepted are those of one moment.
   *
   * @param locator a locator of the plan
   * @param draft the draft whose plan it is, so that what was accepted in it counts too; null for a
   *     published plan
   */
  public Acceptances.Outcome check(Plan plan, Locator locator, @Nullable Long draft) {
    CheckBasis basis = basis(plan.theme().id(), draft);
    return Acceptances.apply(findings(plan, locator, basis), basis.accepted());
  }

  /** Everything that is found in a plan, accepted or not. */
  public List<Finding> findings(Plan plan, Locator locator) {
    return findings(plan, locator, basis(plan.theme().id(), null));
  }

  private List<Finding> findings(Plan plan, Locator locator, CheckBasis basis) {
    List<Finding> findings = new ArrayList<>(CoverageCheck.of(basis.coverage()).check(plan));
    findings.addAll(service(plan, locator, basis.rules()));
    return findings;
  }

  /** Where the grids of a plan do not serve the city; in a draft, beside what its desk finds. */
  public List<Finding> service(Plan plan, Locator locator) {
    String theme = plan.theme().id();
    return service(plan, locator, instead == null ? store.review().rules(theme) : instead);
  }

  private List<Finding> service(Plan plan, Locator locator, RuleSet rules) {
    return ServiceCheck.of(rules.service())
        .check(plan, locator, new FactsReader(store).read(plan.theme().id(), rules));
  }
}
