package org.gridwright.api.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.hotspot.LocalMethod;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The kinds of questions that {@code hotspots} answers, each with the options that it has. */
enum HotspotKind {
  /** Each place with its neighbours against chance: a {@link LocalMethod}. */
  LOCAL(
      "--code --value --at-risk --planar --on --weights --order --points --style --moments --chance"
          + " --sides --permutations --seed --adjust --class-by --false-claims --correlogram"
          + " --theme --draft --level --at --from --to --category --over"),
  /** What became of places over steps of time. */
  EMERGING(
      "--code --value --time --step --time-zone --day-first --month-first --planar --weights"
          + " --order --points --significance --theme --draft --level --at --from --to --category"
          + " --before --scope --hamed-rao --bins --places --places-code"),
  /** How the rate of each place changed from one period to another. */
  CHANGE(
      "--code --value --at-risk --planar --significance --theme --draft --level --at --from --to"
          + " --category --before-value --before-at-risk --exposure --before-from --before-to"
          + " --year-before"),
  /** The same places again. */
  REPEAT(
      "--code --time --time-zone --day-first --month-first --lon --lat --planar --theme --draft"
          + " --level --at --from --to --category --least --out-of --lorenz"),
  /** Incidents that are soon followed by others nearby. */
  NEAR_REPEAT(
      "--time --time-zone --day-first --month-first --lon --lat --planar --from --to --category"
          + " --bands-metres --bands-days --permutations --seed"),
  /** At which hours of which weekdays. */
  RHYTHM("--time --time-zone --day-first --month-first --from --to --category"),
  /** Where exactly: circles of places, or cylinders of places and steps of time. */
  SCAN(
      "--code --value --at-risk --planar --points --lon --lat --time --time-zone --day-first"
          + " --month-first --step --seed --controls --direction --largest-share --largest-metres"
          + " --longest-steps --alive --replicas --least-cases --theme --draft --level --at --from"
          + " --to --category --over"),
  /** How dense incidents lie: a description, which claims nothing. */
  DENSITY(
      "--planar --lon --lat --bandwidth --kernel --cell --edge --window --theme --draft --at --from"
          + " --to --category"),
  /** How many of the next period's incidents a ranking found. */
  SCORE(
      "--code --value --planar --rank --area --test-from --test-to --theme --draft --level --at"
          + " --from --to --category");

  /** Names with blanks between. */
  private final String options;

  HotspotKind(String options) {
    this.options = options;
  }

  private Set<String> options() {
    return Set.of(options.split(" "));
  }

  /** The name on the command line, such as {@code near-repeat}; local methods have their own. */
  private String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind of a method.
   *
   * @throws CliException when there is no such method
   */
  static HotspotKind of(String method) {
    if (LocalMethod.of(method).isPresent()) {
      return LOCAL;
    }
    return Arrays.stream(values())
        .filter(each -> each != LOCAL && each.id().equalsIgnoreCase(method))
        .findFirst()
        .orElseThrow(
            () -> CliException.usage("hotspots.method", method, String.join(", ", methods())));
  }

  private static List<String> methods() {
    return Stream.concat(
            Arrays.stream(LocalMethod.values()).map(LocalMethod::id),
            Arrays.stream(values()).filter(each -> each != LOCAL).map(HotspotKind::id))
        .toList();
  }

  /**
   * Refuses options of other kinds: whoever writes one expects that it changes something.
   *
   * @throws CliException naming the first
   */
  void requireOwn(ParseResult given, String method) {
    Set<String> ofSome =
        Arrays.stream(values())
            .flatMap(each -> each.options().stream())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> own = options();
    Optional<String> stray =
        given.matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> ofSome.contains(name) && !own.contains(name))
            .findFirst();
    if (stray.isPresent()) {
      throw CliException.usage("hotspots.stray-option", stray.get(), method);
    }
  }
}
