package org.gridwright.data.hotspot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.core.hotspot.density.Bandwidths;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.work.Progress;

/**
 * A bandwidth that was said, or by which rule it is chosen.
 *
 * @param rule empty where metres were said
 * @param metres 0 where a rule was
 */
public record BandwidthChoice(Optional<BandwidthRule> rule, double metres) {

  /** Rules are for Gaussian kernels; a quartic one of this radius has the same variance. */
  private static final double QUARTIC_RADIUS = Math.sqrt(8);

  /** How a bandwidth is chosen. */
  public enum BandwidthRule {
    /** Scott's, the geometric mean of both axes. */
    SCOTT,
    /** Silverman's rule of thumb, the geometric mean of both axes. */
    SILVERMAN,
    /** The one under which each incident is likeliest by all others. */
    LIKELIHOOD
  }

  /**
   * What a word means: a rule, or metres.
   *
   * @throws HotspotInputException when it means neither, or no metres above 0
   */
  public static BandwidthChoice of(String word) {
    Optional<BandwidthRule> rule =
        Arrays.stream(BandwidthRule.values())
            .filter(each -> each.name().equalsIgnoreCase(word))
            .findFirst();
    if (rule.isPresent()) {
      return new BandwidthChoice(rule, 0);
    }
    try {
      double metres = DecimalText.parse(word);
      if (metres > 0 && Double.isFinite(metres)) {
        return new BandwidthChoice(Optional.empty(), metres);
      }
    } catch (NumberFormatException e) {
      throw HotspotInputException.of("hotspot.bandwidth-word", word);
    }
    throw HotspotInputException.of("hotspot.bandwidth-word", word);
  }

  /** The word for it, such as {@code scott}. */
  public String id() {
    return rule.map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(String.valueOf(metres));
  }

  /**
   * The bandwidth in metres.
   *
   * @throws HotspotInputException when a rule has none for these incidents
   */
  double of(double[] x, double[] y, DensityKernel kernel, Progress progress) {
    if (rule.isEmpty()) {
      return metres;
    }
    OptionalDouble ruled =
        switch (rule.get()) {
          case SCOTT -> mean(Bandwidths.scott(x), Bandwidths.scott(y));
          case SILVERMAN -> mean(Bandwidths.silverman(x), Bandwidths.silverman(y));
          case LIKELIHOOD -> Bandwidths.likelihood(x, y, progress);
        };
    if (ruled.isEmpty()) {
      throw HotspotInputException.of("hotspot.no-bandwidth", x.length, id());
    }
    return ruled.getAsDouble() * (kernel == DensityKernel.QUARTIC ? QUARTIC_RADIUS : 1);
  }

  /** The geometric mean; the one that there is where incidents lie on a line along an axis. */
  private static OptionalDouble mean(OptionalDouble alongX, OptionalDouble alongY) {
    if (alongX.isEmpty() || alongY.isEmpty()) {
      return alongX.isPresent() ? alongX : alongY;
    }
    return OptionalDouble.of(Math.sqrt(alongX.getAsDouble() * alongY.getAsDouble()));
  }
}
