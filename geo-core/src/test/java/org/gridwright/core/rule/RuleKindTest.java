package org.gridwright.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.lattice.Wkt;
import org.gridwright.core.service.ServiceRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a kind of rule owns takes effect. */
class RuleKindTest {

  private static final List<OfficialOutline> OUTLINES =
      List.of(new OfficialOutline(0, "A", Wkt.area("POLYGON((0 0,10 0,10 10,0 10,0 0))")));

  /** All that a check goes by. */
  private record Check(CoverageRules coverage, List<ServiceRule> service) {

    static Check by(RuleSet rules) {
      return new Check(rules.coverage(Optional.empty(), OUTLINES), rules.service());
    }
  }

  private static String nameOf(RuleKind kind) {
    return kind.hasSubject() ? kind.id() + ":hydrant" : kind.id();
  }

  private static Check with(RuleKind kind, boolean on, Map<String, Double> parameters) {
    return Check.by(RuleSet.STANDARD.with(Rule.named(nameOf(kind), on, parameters)));
  }

  @ParameterizedTest
  @EnumSource
  void aRuleThatIsOnChangesTheCheck(RuleKind kind) {
    assertThat(with(kind, true, Map.of())).isNotEqualTo(with(kind, false, Map.of()));
  }

  @ParameterizedTest
  @EnumSource
  void eachParameterChangesTheCheck(RuleKind kind) {
    for (RuleKind.Parameter parameter : kind.parameters()) {
      double less = (parameter.usual() + parameter.least()) / 2;
      Map<String, Double> other =
          Map.of(parameter.name(), less == parameter.usual() ? parameter.most() : less);
      assertThat(with(kind, true, other))
          .as(parameter.name())
          .isNotEqualTo(with(kind, true, Map.of()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRuleIsKnownByItsName(RuleKind kind) {
    assertThat(Rule.named(nameOf(kind), true, Map.of()).kind()).isEqualTo(kind);
    assertThat(RuleSet.fromMap(RuleSet.STANDARD.toMap()).toMap())
        .isEqualTo(RuleSet.STANDARD.toMap());
  }
}
