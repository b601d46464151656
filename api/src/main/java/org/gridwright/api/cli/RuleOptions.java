package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.rule.Rule;
import org.gridwright.core.rule.RuleKind;
import org.gridwright.core.rule.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say which rules a check goes by. A boundary file knows nothing of addresses,
 * incidents, officers and facilities, so rules about these are for plans of a store.
 */
final class RuleOptions {

  @Option(names = "--gap-width", paramLabel = "METRES")
  private @Nullable Double gapWidth;

  @Option(names = "--rules")
  private boolean usual;

  @Option(names = "--rule", paramLabel = "NAME[=VALUE]")
  private List<String> rules = List.of();

  /**
   * The rules for a boundary file: without any option, only what breaks the seam is found.
   *
   * @throws org.gridwright.core.coverage.rules.CoverageException when there is no such rule, or a
   *     value is out of its range
   * @throws CliException when a rule can not be read, or is not about boundaries
   */
  CoverageRules ofFile() {
    RuleSet set = usual ? RuleSet.STANDARD : seamOnly();
    for (String text : rules) {
      Rule plain = RuleWords.named(text);
      if (!plain.kind().isOfBoundaries()) {
        throw CliException.usage("check.rule-not-of-boundaries", plain.name(), known());
      }
      set = RuleWords.changed(set, text);
    }
    CoverageRules all = set.coverage(Optional.empty(), List.of());
    return gapWidth == null ? all : all.withGapWidth(gapWidth);
  }

  /**
   * The rules for a plan of a theme: the theme's own, or the usual ones with {@code --rules}, with
   * those changed that are given.
   *
   * @throws org.gridwright.core.coverage.rules.CoverageException as {@link #ofFile}
   * @throws CliException when a rule can not be read
   */
  RuleSet ofTheme(RuleSet theme) {
    RuleSet set = usual ? RuleSet.STANDARD : theme;
    for (String text : rules) {
      set = RuleWords.changed(set, text);
    }
    return gapWidth == null
        ? set
        : set.with(Rule.named(RuleKind.WIDE_GAP.id(), true, Map.of("metres", gapWidth)));
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

  private static String known() {
    return Arrays.stream(RuleKind.values())
        .filter(RuleKind::isOfBoundaries)
        .map(RuleKind::id)
        .collect(Collectors.joining(", "));
  }
}
