package org.gridwright.core.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridwright.core.balance.BalanceGoal;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.DisconnectedUnit;
import org.gridwright.core.coverage.rules.NarrowNeck;
import org.gridwright.core.coverage.rules.SizeOutlier;
import org.gridwright.core.coverage.rules.SliverUnit;
import org.gridwright.core.coverage.rules.UnitRule;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.service.FacilityReach;
import org.gridwright.core.service.GridWithoutOfficer;
import org.gridwright.core.service.HouseholdRange;
import org.gridwright.core.service.PlacesOutside;
import org.gridwright.core.service.ServiceRule;
import org.gridwright.core.service.TotalMismatch;
import org.gridwright.core.service.UnevenGrids;

/**
 * The rules that a city can switch and tune. What breaks the seam (overlaps, gaps, invalid rings,
 * edges that do not meet, codes and parents that do not fit) is found whatever the rules say.
 */
public enum RuleKind {
  /** Enclosed gaps as wide as this, or wider, only warn. Off: every enclosed gap blocks. */
  WIDE_GAP(
      false,
      boundaries((check, rule) -> check.withGapWidth(rule.parameter("metres"))),
      new Parameter("metres", 0, 100_000, 30)),
  /** Overlaps and gaps with less area are reported as mismatched edges. Off: none is too small. */
  SMALLEST_AREA(
      true,
      boundaries((check, rule) -> check.withSmallestArea(rule.parameter("squareMetres"))),
      new Parameter("squareMetres", 0, 100, FindingMaker.LATTICE_CELL_SQUARE_METRES)),
  /** Bays of the outside between units that are narrower than this. */
  INLET(
      true,
      boundaries((check, rule) -> check.withInlets(rule.parameter("metres"))),
      new Parameter("metres", 0.01, 1_000, 5)),
  DISCONNECTED_UNIT(true, grids(rule -> new DisconnectedUnit())),
  /** Units that fall apart when made narrower by this. */
  NARROW_NECK(
      false,
      grids(rule -> new NarrowNeck(rule.parameter("metres"))),
      new Parameter("metres", 0.01, 10_000, 10)),
  /** Units larger than the median area times this, or smaller than the median divided by it. */
  SIZE_OUTLIER(
      false,
      grids(rule -> new SizeOutlier(rule.parameter("factor"))),
      new Parameter("factor", 1.01, 1_000_000, 10)),
  /** Units whose 4πA/P² is below this. */
  SLIVER(
      false,
      grids(rule -> new SliverUnit(rule.parameter("roundness"))),
      new Parameter("roundness", 0, 1, 0.1)),
  /** Sequences of scheme cn15 that do not run west to east and north to south. */
  CODE_ORDER(true, boundaries((check, rule) -> check.withCodeOrder())),
  /** Differences from official outlines of upper units that are as wide as this, or wider. */
  OUTLINE(true, new RuleMaker.OfOutlines("metres"), new Parameter("metres", 0, 10_000, 1)),
  ADDRESS_OUTSIDE(true, service(rule -> new PlacesOutside(Finding.Kind.ADDRESS_OUTSIDE))),
  INCIDENT_OUTSIDE(true, service(rule -> new PlacesOutside(Finding.Kind.INCIDENT_OUTSIDE))),
  GRID_WITHOUT_OFFICER(true, service(rule -> new GridWithoutOfficer())),
  /** Grids with fewer households than the least, or more than the most. */
  HOUSEHOLD_RANGE(
      true,
      service(rule -> new HouseholdRange(rule.parameter("least"), rule.parameter("most"))),
      new Parameter("least", 0, 1_000_000, 200),
      new Parameter("most", 0, 1_000_000, 400)),
  /** Upper units of which another total is stored than the sum of their grids. */
  TOTAL_MISMATCH(true, service(rule -> new TotalMismatch())),
  /** Grids from which the nearest facility of a kind is farther away than this. */
  FACILITY_REACH(
      false,
      servicePerSubject(rule -> new FacilityReach(rule.subject(), rule.parameter("metres"))),
      new Parameter("metres", 1, 1_000_000, 500)),
  /**
   * Grids that have more or less of something than is meant, by more than a percentage. The target
   * is how much is meant, 0 for the mean. It is what a planner balances by, whether it is on or
   * not.
   */
  BALANCE(
      false,
      servicePerSubject(rule -> new UnevenGrids(new Measure(rule.subject()), goal(rule))),
      new Parameter("tolerance", 0.1, 1_000, 10),
      new Parameter("target", 0, 1e12, 0));

  /**
   * A number that tunes a rule.
   *
   * @param least smallest value allowed
   * @param most largest value allowed
   * @param usual the value where none is given
   */
  public record Parameter(String name, double least, double most, double usual) {

    boolean allows(double value) {
      return value >= least && value <= most;
    }
  }

  private final boolean usuallyOn;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final RuleMaker maker;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final List<Parameter> parameters;

  RuleKind(boolean usuallyOn, RuleMaker maker, Parameter... parameters) {
    this.usuallyOn = usuallyOn;
    this.maker = maker;
    this.parameters = List.of(parameters);
  }

  /** The name used in files and APIs, such as {@code narrow-neck}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the rule is on where nothing else is said. */
  public boolean usuallyOn() {
    return usuallyOn;
  }

  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether there is one rule for each subject, such as a kind of facility, instead of one. */
  public boolean hasSubject() {
    return maker instanceof RuleMaker.OfService service && service.perSubject();
  }

  /**
   * Whether boundaries are all that it takes to follow the rule; others also ask for what a store
   * knows: official outlines, addresses, incidents, officers, facilities.
   */
  public boolean isOfBoundaries() {
    return maker instanceof RuleMaker.OfBoundaries || maker instanceof RuleMaker.OfGrids;
  }

  RuleMaker maker() {
    return maker;
  }

  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  static Optional<RuleKind> named(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }

  static BalanceGoal goal(Rule rule) {
    return BalanceGoal.of(rule.parameter("tolerance"), rule.parameter("target"));
  }

  private static RuleMaker boundaries(BiFunction<CoverageRules, Rule, CoverageRules> with) {
    return new RuleMaker.OfBoundaries(with);
  }

  private static RuleMaker grids(Function<Rule, UnitRule> make) {
    return new RuleMaker.OfGrids(make);
  }

  private static RuleMaker service(Function<Rule, ServiceRule> make) {
    return new RuleMaker.OfService(false, make);
  }

  private static RuleMaker servicePerSubject(Function<Rule, ServiceRule> make) {
    return new RuleMaker.OfService(true, make);
  }
}
