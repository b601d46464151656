package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each kind of rule can be asked for, tuned and switched off on the command line. */
class RuleWordsTest {

  @ParameterizedTest
  @EnumSource
  void aRuleIsSwitchedAndTunedByItsName(RuleKind kind) {
    String name = kind.hasSubject() ? kind.id() + ":hydrant" : kind.id();
    RuleSet on = RuleWords.changed(RuleSet.STANDARD, name);
    assertThat(on.enabled(kind)).extracting(Rule::name).containsExactly(name);
    assertThat(RuleWords.changed(on, name + "=off").enabled(kind)).isEmpty();
    assertThat(RuleWords.changed(on, name + "=usual")).isEqualTo(RuleSet.STANDARD);
    if (!kind.parameters().isEmpty()) {
      String usual =
          kind.parameters().stream()
              .map(parameter -> String.valueOf(parameter.usual()))
              .reduce((least, most) -> least + "-" + most)
              .orElseThrow();
      assertThat(RuleWords.changed(RuleSet.STANDARD, name + "=" + usual)).isEqualTo(on);
    }
  }
}
