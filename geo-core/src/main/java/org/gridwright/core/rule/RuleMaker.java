package org.gridwright.core.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.coverage.rules.UnitRule;
import org.gridwright.core.service.ServiceRule;

/** How a rule that is on gets into a check. A kind of rule without a maker does not compile. */
sealed interface RuleMaker {

  /** The coverage check with a rule; the same where the rule is not about coverage. */
  default CoverageRules added(CoverageRules check, Rule rule, List<OfficialOutline> outlines) {
    return check;
  }

  /** The rule about service that a setting describes; empty where it is not about service. */
  default Optional<ServiceRule> service(Rule rule) {
    return Optional.empty();
  }

  /** A setting of the coverage check, to be followed with nothing known but boundaries. */
  record OfBoundaries(BiFunction<CoverageRules, Rule, CoverageRules> with) implements RuleMaker {

    @Override
    public CoverageRules added(CoverageRules check, Rule rule, List<OfficialOutline> outlines) {
      return with.apply(check, rule);
    }
  }

  /** A rule about the shape of single grids. */
  record OfGrids(Function<Rule, UnitRule> make) implements RuleMaker {

    @Override
    public CoverageRules added(CoverageRules check, Rule rule, List<OfficialOutline> outlines) {
      return check.withUnitRule(make.apply(rule));
    }
  }

  /** The comparison with official outlines, by the metres that they may be apart. */
  record OfOutlines(String metres) implements RuleMaker {

    @Override
    public CoverageRules added(CoverageRules check, Rule rule, List<OfficialOutline> outlines) {
      return check.withOutlines(rule.parameter(metres), outlines);
    }
  }

  /**
   * A rule about how the grids serve the city.
   *
   * @param perSubject whether there is one rule for each subject, such as a kind of facility
   */
  record OfService(boolean perSubject, Function<Rule, ServiceRule> make) implements RuleMaker {

    @Override
    public Optional<ServiceRule> service(Rule rule) {
      return Optional.of(make.apply(rule));
    }
  }
}
