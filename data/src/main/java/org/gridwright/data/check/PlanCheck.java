package org.gridwright.data.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.CodeLineage;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.rule.RuleSet;
import org.gridwright.core.service.CityFacts;
import org.gridwright.core.service.ServiceCheck;
import org.gridwright.core.work.Progress;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.store.CheckBasis;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The one way to check a plan of a store in full. Thread-safe as far as the store is. */
public final class PlanCheck {

  /** Share of the time that the coverage takes, roughly. */
  private static final double COVERAGE = 0.8;

  private final Store store;
  private final @Nullable RuleSet instead;
  private final @Nullable LocalDate day;
  private final PlacesRead addresses;
  private final PlacesRead incidents;

  /** A check by the rules of each theme, with the officers assigned today. */
  public PlanCheck(Store store) {
    this(store, null, null, new PlacesRead(), new PlacesRead());
  }

  private PlanCheck(
      Store store,
      @Nullable RuleSet instead,
      @Nullable LocalDate day,
      PlacesRead addresses,
      PlacesRead incidents) {
    this.store = store;
    this.instead = instead;
    this.day = day;
    this.addresses = addresses;
    this.incidents = incidents;
  }

  /** The same check by other rules than the theme's. */
  public PlanCheck by(RuleSet rules) {
    return new PlanCheck(store, rules, day, addresses, incidents);
  }

  /** The same check with the officers assigned today, or on a plan's first day if that is later. */
  public PlanCheck since(@Nullable LocalDate effectiveFrom) {
    return new PlanCheck(store, instead, effectiveFrom, addresses, incidents);
  }

  private LocalDate day() {
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
    return day == null || day.isBefore(today) ? today : day;
  }

  private CheckBasis basis(String theme, @Nullable Long draft) {
    CheckBasis basis = store.review().basis(theme, draft);
    return instead == null ? basis : basis.by(instead);
  }

  /** What the coverage of a theme's plans is checked by. */
  public CoverageRules rules(String theme) {
    return basis(theme, null).coverage();
  }

  /** As {@link #check(Plan, Long, Progress)}, unwatched. */
  public Acceptances.Verdicts check(Plan plan, @Nullable Long draft) {
    return check(plan, draft, Progress.NONE);
  }

  /**
   * Everything that is found in a plan, what was accepted told from what is open. Rules,
   * jurisdiction, outlines and what was accepted are those of one moment.
   *
   * @param draft the draft whose plan it is, so that what was accepted in it counts too; null for a
   *     published plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public Acceptances.Verdicts check(Plan plan, @Nullable Long draft, Progress progress) {
    CheckBasis basis = basis(plan.theme().id(), draft);
    progress.checkpoint();
    Locator locator = PackedLocator.of(plan, progress.quiet());
    return Acceptances.apply(
        findings(plan, locator, basis, codes(plan, draft), progress), basis.accepted());
  }

  /** As {@link #findings(Plan, Locator, Progress)}, unwatched. */
  public List<Finding> findings(Plan plan, Locator locator) {
    return findings(plan, locator, Progress.NONE);
  }

  /**
   * Everything that is found in a plan, accepted or not.
   *
   * @param locator a locator of the plan
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public List<Finding> findings(Plan plan, Locator locator, Progress progress) {
    return findings(plan, locator, basis(plan.theme().id(), null), CodeLineage.NONE, progress);
  }

  /**
   * As above, where what its coverage has wrong is known.
   *
   * @param coverage what a check by {@link #rules} finds in the plan
   */
  public List<Finding> findings(
      Plan plan, List<Finding> coverage, Locator locator, Progress progress) {
    RuleSet rules = basis(plan.theme().id(), null).rules();
    return findings(plan, coverage, locator, rules, CodeLineage.NONE, progress);
  }

  private List<Finding> findings(
      Plan plan, Locator locator, CheckBasis basis, CodeLineage codes, Progress progress) {
    List<Finding> coverage =
        CoverageCheck.of(basis.coverage()).check(plan, progress.part(0, COVERAGE));
    return findings(plan, coverage, locator, basis.rules(), codes, progress.part(COVERAGE, 1));
  }

  private List<Finding> findings(
      Plan plan,
      List<Finding> coverage,
      Locator locator,
      RuleSet rules,
      CodeLineage codes,
      Progress progress) {
    List<Finding> findings = new ArrayList<>(coverage);
    findings.addAll(service(new StoreFacts(store).told(plan), locator, rules, codes, progress));
    return findings;
  }

  /**
   * Where the grids of a draft do not serve the city, beside what its desk finds. Officers of grids
   * that have other codes in the draft count under those.
   *
   * @param told the draft's plan as it is read, with the numbers that its units are told
   */
  public List<Finding> service(Plan told, Locator locator, long draft) {
    String theme = told.theme().id();
    RuleSet rules = instead == null ? store.review().rules(theme) : instead;
    return service(told, locator, rules, codes(told, draft), Progress.NONE);
  }

  private CodeLineage codes(Plan plan, @Nullable Long draft) {
    return draft == null
        ? CodeLineage.NONE
        : CodeLineage.of(plan.theme().gridLevel().depth(), store.drafts().lineage(draft));
  }

  private List<Finding> service(
      Plan told, Locator locator, RuleSet rules, CodeLineage codes, Progress progress) {
    CityFacts facts =
        new FactsReader(store, day(), codes, addresses, incidents, progress)
            .read(told.theme().id(), rules);
    return ServiceCheck.of(rules.service()).check(told, locator, facts, progress);
  }
}
