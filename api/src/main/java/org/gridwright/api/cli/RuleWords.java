package org.gridwright.api.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;

/**
 * Rules as they are written on a command line: {@code narrow-neck}, {@code narrow-neck=12.5},
 * {@code household-range=150-450}, {@code narrow-neck=off} or {@code narrow-neck=usual}.
 */
final class RuleWords {

  private static final String OFF = "off";
  private static final String USUAL = "usual";

  private RuleWords() {}

  /**
   * The rule that a text speaks of, switched on as it usually is.
   *
   * @throws org.gridwright.core.coverage.rules.CoverageException when there is no such rule
   */
  static Rule named(String text) {
    return Rule.named(name(text), true, Map.of());
  }

  /**
   * A set with one rule as a text says.
   *
   * @throws org.gridwright.core.coverage.rules.CoverageException when there is no such rule, or a
   *     value is out of its range
   * @throws CliException when the text can not be read
   */
  static RuleSet changed(RuleSet set, String text) {
    Rule plain = named(text);
    String name = plain.name();
    if (text.indexOf('=') < 0) {
      return set.with(plain);
    }
    String value = text.substring(text.indexOf('=') + 1);
    return switch (value) {
      case USUAL -> set.without(name);
      case OFF -> set.with(Rule.named(name, false, Map.of()));
      default -> set.with(Rule.named(name, true, parameters(plain, text, value)));
    };
  }

  private static String name(String text) {
    int equals = text.indexOf('=');
    return equals < 0 ? text : text.substring(0, equals);
  }

  private static Map<String, Double> parameters(Rule rule, String text, String value) {
    List<RuleKind.Parameter> known = rule.kind().parameters();
    if (known.isEmpty()) {
      throw CliException.usage("check.rule-without-value", rule.name());
    }
    String[] numbers = known.size() == 1 ? new String[] {value} : value.split("-", -1);
    if (numbers.length != known.size()) {
      throw CliException.usage("check.rule-unreadable", text);
    }
    Map<String, Double> parameters = new TreeMap<>();
    for (int i = 0; i < numbers.length; i++) {
      parameters.put(known.get(i).name(), number(text, numbers[i]));
    }
    return parameters;
  }

  private static double number(String text, String value) {
    try {
      return DecimalText.parse(value);
    } catch (NumberFormatException e) {
      throw CliException.usage("check.rule-unreadable", text);
    }
  }
}
