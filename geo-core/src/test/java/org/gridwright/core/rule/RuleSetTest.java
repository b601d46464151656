package org.gridwright.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.coverage.rules.CoverageException;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.DisconnectedUnit;
import org.gridwright.core.coverage.rules.SliverUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

  @Test
  void whatIsLeftOutIsAsUsual() {
    RuleSet set = RuleSet.fromMap(Map.of("narrow-neck", Map.of("enabled", true)));
    assertThat(set.ifEnabled(RuleKind.NARROW_NECK).orElseThrow().parameter("metres")).isEqualTo(10);
    assertThat(set.ifEnabled(RuleKind.DISCONNECTED_UNIT)).isPresent();
    assertThat(set.ifEnabled(RuleKind.SLIVER)).isEmpty();
    assertThat(RuleSet.fromMap(Map.of())).isEqualTo(RuleSet.STANDARD);
  }

  @Test
  void aSetComesBackFromItsMap() {
    RuleSet set =
        RuleSet.STANDARD
            .with(Rule.named("wide-gap", true, Map.of("metres", 12.5)))
            .with(Rule.named("disconnected-unit", false, Map.of()))
            .with(Rule.named("facility-reach:hydrant", true, Map.of("metres", 150.0)))
            .with(Rule.named("facility-reach:shelter", false, Map.of()));
    assertThat(RuleSet.fromMap(set.toMap())).isEqualTo(set).isNotEqualTo(RuleSet.STANDARD);
    assertThat(set.enabled(RuleKind.FACILITY_REACH))
        .extracting(Rule::name)
        .containsExactly("facility-reach:hydrant");
    assertThat(set.without("facility-reach:hydrant").enabled(RuleKind.FACILITY_REACH)).isEmpty();
    assertThat(set.without("wide-gap").ifEnabled(RuleKind.WIDE_GAP)).isEmpty();
  }

  @Test
  void theCoverageCheckFollowsTheSet() {
    CoverageRules usual = RuleSet.STANDARD.coverage(Optional.empty(), List.of());
    assertThat(usual.gapWidthMetres()).isInfinite();
    assertThat(usual.unitRules()).containsExactly(new DisconnectedUnit());
    CoverageRules tuned =
        RuleSet.STANDARD
            .with(Rule.named("wide-gap", true, Map.of("metres", 12.5)))
            .with(Rule.named("sliver", true, Map.of("roundness", 0.2)))
            .with(Rule.named("inlet", false, Map.of()))
            .coverage(Optional.empty(), List.of());
    assertThat(tuned.gapWidthMetres()).isEqualTo(12.5);
    assertThat(tuned.unitRules()).containsExactly(new DisconnectedUnit(), new SliverUnit(0.2));
    assertThat(tuned.inletMetres()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      neck                   |            | 0   | there is no rule "neck"
      narrow-neck            | feet       | 3   | rule "narrow-neck" has no parameter "feet"
      narrow-neck            | metres     | 0   | rule "narrow-neck": metres is 0.0; it must lie between 0.01 and 10000.0
      sliver                 | roundness  | NaN | roundness is NaN
      household-range        | least      | 500 | the least (500.0) must not be more than the most (400.0)
      facility-reach         |            | 0   | such as facility-reach:hydrant
      sliver:long            |            | 0   | leave ":long" out
      """)
  void aFaultIsSaidInOneSentence(String name, String parameter, double value, String said) {
    Map<String, Object> members =
        Map.of("parameters", parameter == null ? Map.of() : Map.of(parameter, value));
    assertThatThrownBy(() -> RuleSet.fromMap(Map.of(name, members)))
        .isInstanceOf(CoverageException.class)
        .hasMessageContaining(said);
  }

  @Test
  void anotherFormIsRefused() {
    for (Object wrong :
        List.of(
            3,
            Map.of("enabled", "yes"),
            Map.of("parameters", 3),
            Map.of("parameters", Map.of("roundness", "0.1")))) {
      assertThatThrownBy(() -> RuleSet.fromMap(Map.of("sliver", wrong)))
          .isInstanceOf(CoverageException.class)
          .hasMessageContaining("rule \"sliver\" is not written as expected");
    }
  }
}
