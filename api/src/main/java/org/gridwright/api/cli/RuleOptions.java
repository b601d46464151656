package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Rule;
import org.gridwright.core.coverage.RuleKind;
import org.gridwright.core.coverage.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say which rules a check goes by. Without any, only what breaks the seam is found.
 * Rules about addresses, incidents, officers and facilities are not among them: a boundary file
 * knows nothing of these.
 */
final class RuleOptions {

  private static final Set<RuleKind> OF_BOUNDARIES =
      EnumSet.of(
          RuleKind.WIDE_GAP,
          RuleKind.SMALLEST_AREA,
          RuleKind.INLET,
          RuleKind.DISCONNECTED_UNIT,
          RuleKind.NARROW_NECK,
          RuleKind.SIZE_OUTLIER,
          RuleKind.SLIVER,
          RuleKind.CODE_ORDER);

  @Option(names = "--gap-width", paramLabel = "METRES")
  private @Nullable Double gapWidth;

  @Option(names = "--rules")
  private boolean usual;

  @Option(names = "--rule", paramLabel = "NAME[=VALUE]")
  private List<String> rules = List.of();

  /**
   * @throws org.gridwright.core.coverage.CoverageException when there is no such rule, or a value
   *     is out of its range
   * @throws CliException when a rule can not be read
   */
  CoverageRules rules() {
    RuleSet set = usual ? RuleSet.STANDARD : seamOnly();
    for (String text : rules) {
      set = set.with(rule(text));
    }
    CoverageRules all = set.coverage(Optional.empty(), List.of());
    return gapWidth == null ? all : all.withGapWidth(gapWidth);
  }

  private static RuleSet seamOnly() {
    RuleSet set = RuleSet.STANDARD;
    for (Rule rule : set.rules()) {
      if (rule.kind() != RuleKind.SMALLEST_AREA) {
        set = set.with(Rule.named(rule.name(), false, rule.parameters()));
      }
    }
    return set;
  }

  /** {@code narrow-neck}, {@code narrow-neck=12.5} or {@code narrow-neck=off}. */
  private static Rule rule(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    Rule plain = Rule.named(name, true, Map.of());
    if (!OF_BOUNDARIES.contains(plain.kind())) {
      throw CliException.usage("check.rule-not-of-boundaries", name, known());
    }
    if (equals < 0) {
      return plain;
    }
    String value = text.substring(equals + 1);
    if (value.equals("off")) {
      return Rule.named(name, false, Map.of());
    }
    if (plain.kind().parameters().isEmpty()) {
      throw CliException.usage("check.rule-without-value", name);
    }
    Map<String, Double> parameters = new TreeMap<>();
    parameters.put(plain.kind().parameters().get(0).name(), number(text, value));
    return Rule.named(name, true, parameters);
  }

  private static double number(String text, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw CliException.usage("check.rule-unreadable", text);
    }
  }

  private static String known() {
    return Arrays.stream(RuleKind.values())
        .filter(OF_BOUNDARIES::contains)
        .map(RuleKind::id)
        .collect(Collectors.joining(", "));
  }
}
