package org.gridwright.core.hotspot;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.LocalStatistic;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.local.GetisOrd;
import org.gridwright.core.hotspot.local.LocalGeary;
import org.gridwright.core.hotspot.local.LocalJoins;
import org.gridwright.core.hotspot.local.LocalMoran;
import org.gridwright.core.hotspot.local.Quadrant;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * A local statistic of every place with its chance. Places without a value take no part: neither in
 * sums over all places nor as neighbours. Immutable and thread-safe.
 */
public final class LocalTest {

  private final LocalOptions options;
  private final int size;
  private final int[] number;
  private final SpatialWeights weights;
  private final LocalStatistic statistic;
  private final @Nullable LocalMoran moran;
  private final PlaceFigures chances;

  private LocalTest(
      LocalOptions options,
      int[] number,
      SpatialWeights weights,
      LocalStatistic statistic,
      @Nullable LocalMoran moran,
      PlaceFigures chances) {
    this.options = options;
    this.size = number.length;
    this.number = number;
    this.weights = weights;
    this.statistic = statistic;
    this.moran = moran;
    this.chances = chances;
  }

  /**
   * Tests every place.
   *
   * @param weights of all places, not standardised; self is added for Gi*, where it is not there,
   *     and left out otherwise
   * @param values of the places that have one
   * @throws HotspotException when the test cannot be made of these values and weights
   */
  public static LocalTest of(
      SpatialWeights weights, PlaceFigures values, LocalOptions options, Progress progress) {
    int[] number = new int[values.size()];
    BitSet known = new BitSet(values.size());
    int count = 0;
    for (int place = 0; place < number.length; place++) {
      number[place] = values.isDefined(place) ? count++ : -1;
      known.set(place, values.isDefined(place));
    }
    SpatialWeights used = fitting(weights.among(known), options).in(options.style());
    double[] x = values.defined();
    progress.checkpoint();
    LocalMoran moran =
        options.method() == LocalMethod.MORAN ? LocalMoran.of(used, x, options.moments()) : null;
    LocalStatistic statistic = moran == null ? statistic(used, x, options) : moran.statistic();
    progress.checkpoint();
    PlaceFigures chances = new Chances(options, statistic).of(progress);
    return new LocalTest(options, number, used, statistic, moran, chances);
  }

  private static SpatialWeights fitting(SpatialWeights weights, LocalOptions options) {
    if (options.method() != LocalMethod.GISTAR) {
      return weights.withoutSelf();
    }
    if (!weights.canTellSelf()) {
      throw new HotspotException(Message.core("hotspot.self-unknown"));
    }
    return weights.withSelf();
  }

  private static LocalStatistic statistic(
      SpatialWeights weights, double[] x, LocalOptions options) {
    return switch (options.method()) {
      case GISTAR -> GetisOrd.giStar(weights, x, options.moments());
      case GI -> GetisOrd.gi(weights, x);
      case GEARY -> LocalGeary.of(weights, x, options.moments());
      case JOIN -> joins(weights, x);
      case MORAN -> throw new IllegalStateException("is made with its quadrants");
    };
  }

  private static LocalStatistic joins(SpatialWeights weights, double[] x) {
    for (double value : x) {
      if (value != 0 && value != 1) {
        throw new HotspotException(Message.core("hotspot.join-values", value));
      }
    }
    return LocalJoins.of(weights, x);
  }

  public LocalOptions options() {
    return options;
  }

  /** Number of places, those without a value included. */
  public int size() {
    return size;
  }

  /** Number of places with a chance. */
  public int tested() {
    return chances.definedCount();
  }

  /** The weights that were used, among the places with a value in their order. */
  public SpatialWeights weights() {
    return weights;
  }

  /** The statistic of each place with a value. */
  public PlaceFigures statistic() {
    return figures(place -> true, statistic::statistic);
  }

  /** What is expected of the statistic, of each place with a value. */
  public PlaceFigures expectation() {
    return figures(place -> statistic.size() >= 3, statistic::expectation);
  }

  /** The variance of the statistic, of each place with a value. */
  public PlaceFigures variance() {
    return figures(place -> statistic.size() >= 3, statistic::variance);
  }

  /** z of each place that has one. */
  public PlaceFigures z() {
    PlaceFigures z = statistic.z();
    return figures(z::isDefined, z::value);
  }

  /** p of each place that has one, of the sides that were asked for. */
  public PlaceFigures p() {
    return figures(chances::isDefined, chances::value);
  }

  /** Adjusted p. */
  public PlaceFigures p(Adjustment adjustment) {
    return adjustment.adjusted(p());
  }

  private PlaceFigures figures(IntPredicate has, IntToDoubleFunction figure) {
    return PlaceFigures.of(
        size,
        place -> number[place] >= 0 && has.test(number[place]),
        place -> figure.applyAsDouble(number[place]));
  }

  /** Number of neighbours of a place that have a value; 0 for a place without one itself. */
  public int neighbours(int place) {
    return number[place] < 0 ? 0 : weights.degree(number[place]);
  }

  /** Why a place has no chance; empty where it has one. */
  public Optional<NotDefined> reason(int place) {
    if (number[place] < 0) {
      return Optional.of(NotDefined.NO_VALUE);
    }
    if (chances.isDefined(number[place])) {
      return Optional.empty();
    }
    Optional<NotDefined> reason = statistic.reason(number[place]);
    return reason.isPresent() ? reason : statistic.sum().reason(number[place]);
  }

  /** The quadrant of a place with a value, of local Moran's I only. */
  public Optional<Quadrant> quadrant(int place) {
    return moran == null || number[place] < 0
        ? Optional.empty()
        : Optional.of(moran.quadrant(number[place]));
  }

  /**
   * The class of each place.
   *
   * @param p adjusted or raw, of the same places
   */
  public PlaceClass classOf(int place, PlaceFigures p) {
    return p.isDefined(place)
        ? PlaceClass.of(kind(number[place]), p.value(place))
        : PlaceClass.NOT_DEFINED;
  }

  private PlaceClass.Kind kind(int at) {
    boolean more = statistic.statistic(at) >= statistic.expectation(at);
    return switch (options.method()) {
      case GISTAR, GI, JOIN -> more ? PlaceClass.Kind.HOT : PlaceClass.Kind.COLD;
      case GEARY -> more ? PlaceClass.Kind.UNLIKE : PlaceClass.Kind.ALIKE;
      case MORAN ->
          switch (Objects.requireNonNull(moran).quadrant(at)) {
            case HIGH_HIGH -> PlaceClass.Kind.HIGH_HIGH;
            case LOW_LOW -> PlaceClass.Kind.LOW_LOW;
            case HIGH_LOW -> PlaceClass.Kind.HIGH_LOW;
            case LOW_HIGH -> PlaceClass.Kind.LOW_HIGH;
          };
    };
  }

  /** What a person should know of this result. Goes over all places where p is normal. */
  public Set<TestWarning> warnings() {
    Set<TestWarning> warnings = EnumSet.noneOf(TestWarning.class);
    if (tested() < TestWarning.FEW) {
      warnings.add(TestWarning.FEW_PLACES);
    }
    if (options.chance() == Chance.NORMAL && NormalFit.isPoor(statistic)) {
      warnings.add(TestWarning.NORMAL_TAIL);
    }
    return warnings;
  }
}
