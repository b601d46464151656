package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.coverage.CoverageRules;
import org.gridwright.core.coverage.Rule;
import org.gridwright.core.coverage.RuleKind;
import org.gridwright.core.coverage.RuleSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Options that say which rules a check goes by. A boundary file knows nothing of addresses,
 * incidents, officers and facilities, so rules about these are for plans of a store.
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
   * The rules for a boundary file: without any option, only what breaks the seam is found.
   *
   * @throws org.gridwright.core.coverage.CoverageException when there is no such rule, or a value
   *     is out of its range
   * @throws CliException when a rule can not be read, or is not about boundaries
   */
  CoverageRules ofFile() {
    RuleSet set = usual ? RuleSet.STANDARD : seamOnly();
    for (String text : rules) {
      Rule plain = RuleWords.named(text);
      if (!OF_BOUNDARIES.contains(plain.kind())) {
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
   * @throws org.gridwright.core.coverage.CoverageException as {@link #ofFile}
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
        .filter(OF_BOUNDARIES::contains)
        .map(RuleKind::id)
        .collect(Collectors.joining(", "));
  }
}
