package org.gridwright.api.cli;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.Sides;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.LocalStatistic.Randomisation;
import org.gridwright.core.hotspot.weights.WeightStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how places are tested. */
final class HotspotTestOptions {

  @Option(names = "--style", paramLabel = "B|W")
  private String style = "B";

  @Option(names = "--moments", paramLabel = "MOMENTS")
  private @Nullable Randomisation moments;

  @Option(names = "--chance", paramLabel = "CHANCE")
  private @Nullable Chance chance;

  @Option(names = "--sides", paramLabel = "SIDES")
  private @Nullable Sides sides;

  @Option(names = "--permutations", paramLabel = "M")
  private @Nullable Integer permutations;

  @Option(names = "--adjust", paramLabel = "ADJUSTMENT", split = ",")
  private List<Adjustment> adjust = List.of();

  @Option(names = "--class-by", paramLabel = "raw|bh")
  private String classBy = "bh";

  /**
   * How places are tested.
   *
   * @param seed of permutations
   */
  LocalOptions options(LocalMethod method, long seed) {
    LocalOptions options = LocalOptions.of(method).with(style());
    options = moments == null ? options : options.with(moments);
    options = sides == null ? options : options.with(sides);
    if (permutations == null) {
      return chance == null ? options : options.with(chance);
    }
    if (chance != null && chance != Chance.PERMUTATION) {
      throw CliException.usage("hotspots.permutations-only");
    }
    return options.drawn(permutations, seed);
  }

  private WeightStyle style() {
    return WeightStyle.of(style).orElseThrow(() -> CliException.usage("hotspots.style", style));
  }

  List<Adjustment> adjustments() {
    return adjust;
  }

  /** Whether classes are of raw p. */
  boolean classesByRaw() {
    return switch (classBy.toLowerCase(Locale.ROOT)) {
      case "raw" -> true;
      case "bh" -> false;
      default -> throw CliException.usage("hotspots.class-by", classBy);
    };
  }
}
