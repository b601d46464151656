package org.gridwright.api.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.rule.RuleKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every id has its words in every catalogue, in both languages: what is added in one place and
 * forgotten in another is named here.
 */
class IdsTest {

  private static final Map<String, Words> CATALOGUES =
      Map.of("core", Words.ofCore(), "api", Words.ofApi(), "web", Words.ofWeb());

  private static List<String> missing(String catalogue, List<String> keys) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String key : keys) {
      missing.addAll(CATALOGUES.get(catalogue).without(key));
    }
    return missing;
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfFindingHasItsWords(Finding.Kind kind) throws IOException {
    List<String> missing = missing("core", kind.sentences());
    missing.addAll(missing("api", List.of("cli.check.kind-" + kind.id())));
    missing.addAll(missing("web", List.of("finding." + kind.id())));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSeverityHasItsWords(Severity severity) throws IOException {
    List<String> missing = missing("api", List.of("cli.check." + severity.id()));
    missing.addAll(missing("web", List.of("finding." + severity.id())));
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aKindOfRuleHasItsWords(RuleKind kind) throws IOException {
    List<String> missing = missing("web", List.of("rule." + kind.id()));
    for (RuleKind.Parameter parameter : kind.parameters()) {
      missing.addAll(missing("web", List.of("measure." + parameter.name())));
    }
    assertThat(missing).isEmpty();
  }
}
