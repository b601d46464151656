package org.gridwright.core.hotspot;

import java.util.Objects;
import org.gridwright.core.hotspot.inference.ConditionalPermutation;
import org.gridwright.core.hotspot.inference.DrawnMoments;
import org.gridwright.core.hotspot.inference.ExactSums;
import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.LocalSum;
import org.gridwright.core.hotspot.inference.NormalTail;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.inference.SkewedTail;
import org.gridwright.core.hotspot.inference.TailChances;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/** The chance of each place, from where it is asked for. */
final class Chances {

  private final LocalOptions options;
  private final LocalStatistic statistic;

  Chances(LocalOptions options, LocalStatistic statistic) {
    this.options = options;
    this.statistic = statistic;
  }

  PlaceFigures of(Progress progress) {
    return switch (options.chance()) {
      case NORMAL -> normal();
      case SKEWED -> skewed();
      case EXACT -> exact(progress);
      case PERMUTATION -> drawn(progress);
    };
  }

  private PlaceFigures normal() {
    return statistic
        .z()
        .map(
            z ->
                switch (options.sides()) {
                  case TWO -> NormalTail.twoSided(z);
                  case UPPER -> NormalTail.upper(z);
                  case LOWER -> NormalTail.upper(-z);
                });
  }

  /** By the conditional moments, whichever are told. */
  private PlaceFigures skewed() {
    LocalSum sum = statistic.sum();
    return PlaceFigures.of(
        sum.size(),
        place -> sum.reason(place).isEmpty(),
        place -> {
          DrawnMoments moments = sum.moments(place);
          double z = (sum.statistic(place) - moments.expectation()) / Math.sqrt(moments.variance());
          return options.sides().of(SkewedTail.of(z, moments.skewness()));
        });
  }

  private PlaceFigures exact(Progress progress) {
    @Nullable TailChances[] exact =
        ExactSums.of(statistic.sum(), progress)
            .orElseThrow(() -> new HotspotException(Message.core("hotspot.not-exact")));
    return PlaceFigures.of(
        exact.length,
        place -> exact[place] != null,
        place -> options.sides().of(Objects.requireNonNull(exact[place])));
  }

  private PlaceFigures drawn(Progress progress) {
    ConditionalPermutation drawn =
        ConditionalPermutation.of(statistic.sum(), options.draws(), options.seed(), progress);
    return PlaceFigures.of(
        statistic.size(), drawn::isDefined, place -> options.sides().of(drawn.chances(place)));
  }
}
