package org.gridwright.core.coverage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Severity;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Pictures;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.rule.RuleSet;
import org.junit.jupiter.api.Test;

/** Sequences of scheme cn15 run west to east and north to south within a community. */
class CodeOrderTest {

  private static final String COMMUNITY = "110101001001";

  /** Letters are grids; the digit in {@code numbers} at a letter's place is its sequence. */
  private static List<Finding> check(String letters, String numbers) {
    Theme theme = Theme.of("t", "T", CodeScheme.CN15, "community", "grid");
    List<Unit> units = new ArrayList<>();
    units.add(new Unit(0, COMMUNITY, null, "C", Map.of(), null));
    Pictures.areas(letters, 0, 0, 10)
        .forEach(
            (letter, area) -> {
              String code = COMMUNITY + "00" + numbers.charAt(letters.indexOf(letter));
              units.add(new Unit(1, code, COMMUNITY, letter, Map.of(), area));
            });
    CoverageRules rules = RuleSet.STANDARD.coverage(Optional.empty(), List.of());
    return CoverageCheck.of(rules).check(Plan.of(theme, units)).stream()
        .filter(it -> it.kind() == Finding.Kind.CODE_ORDER)
        .toList();
  }

  @Test
  void rowsAndColumnsAreBothInOrder() {
    assertThat(check("ABC/DEF", "123/456")).isEmpty();
    assertThat(check("ABC/DEF", "135/246")).isEmpty();
  }

  @Test
  void aLaterGridInTheNorthWestIsOutOfOrder() {
    List<Finding> findings = check("ABC/DEF", "523/416");
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(findings.get(0).units()).containsExactly(COMMUNITY + "005");
    assertThat(findings.get(0).place().getNumPoints()).isEqualTo(1);
  }

  @Test
  void gridsThatInterlockHaveNoOrder() {
    assertThat(check("AAB/ABB", "211/222")).isEmpty();
  }
}
