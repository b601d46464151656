package org.gridwright.core.hotspot.time;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.NormalTail;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * Hotspots that emerge: Gi* of every bin of a cube, its p adjusted over all bins
 * (Benjamini–Hochberg), which bins are hot or cold at a level, the Mann–Kendall trend of each
 * place's z, and one of 17 classes. Bins that look back over steps share them, so that z of a place
 * are correlated from step to step; {@link #withHamedRao} allows for that.
 *
 * <p>Immutable and thread-safe; some 40 bytes a bin.
 */
public final class EmergingHotspots {

  /** At which a trend of z is told. */
  private static final double TREND_LEVEL = 0.05;

  private final int steps;
  private final double level;
  private final PlaceFigures z;
  private final PlaceFigures p;
  private final PlaceFigures adjusted;
  private final List<MannKendall> trends;
  private final List<EmergingClass> classes;

  private EmergingHotspots(
      int steps,
      double level,
      PlaceFigures z,
      PlaceFigures p,
      PlaceFigures adjusted,
      Function<double[], MannKendall> trend,
      Progress progress) {
    this.steps = steps;
    this.level = level;
    this.z = z;
    this.p = p;
    this.adjusted = adjusted;
    int places = z.size() / steps;
    Steps rest = progress.steps(places);
    this.trends =
        IntStream.range(0, places)
            .parallel()
            .mapToObj(
                place -> {
                  rest.done();
                  return trend.apply(series(place));
                })
            .toList();
    this.classes =
        IntStream.range(0, places)
            .mapToObj(
                place -> EmergingClass.of(signs(place), trends.get(place).direction(TREND_LEVEL)))
            .toList();
  }

  /**
   * Looks at a cube.
   *
   * @param weights of the cube's places, not row-standardised; self is added where it is not there
   * @param back steps before that a bin looks back to, from 0
   * @param level of the adjusted p at which a bin is hot or cold, such as .05
   * @throws HotspotException when they do not fit together
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static EmergingHotspots of(
      SpaceTimeCube cube,
      SpatialWeights weights,
      int back,
      CubeScope scope,
      double level,
      Progress progress) {
    if (weights.size() != cube.places()) {
      throw new HotspotException(Message.core("hotspot.shape", cube.places(), weights.size()));
    }
    if (back < 0 || !(level > 0 && level < 1)) {
      throw new HotspotException(Message.core("hotspot.emerging.options", back, level));
    }
    progress.checkpoint();
    double[] z = new CubeFigures(cube, weights.withSelf(), back).z(scope);
    PlaceFigures figures = PlaceFigures.of(z.length, bin -> !Double.isNaN(z[bin]), bin -> z[bin]);
    PlaceFigures p = figures.map(NormalTail::twoSided);
    progress.at(1, 4);
    PlaceFigures adjusted = Adjustment.BH.adjusted(p);
    return new EmergingHotspots(
        cube.steps(), level, figures, p, adjusted, MannKendall::of, progress.part(0.5, 1));
  }

  /**
   * The same bins with trends whose variance allows for z being correlated from step to step
   * ({@link MannKendall#hamedRao}), and with the classes that follow.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public EmergingHotspots withHamedRao(Progress progress) {
    return new EmergingHotspots(
        steps, level, z, p, adjusted, series -> MannKendall.of(series).hamedRao(series), progress);
  }

  /** z of a place over the steps at which it is defined. */
  public double[] series(int place) {
    return IntStream.range(place * steps, (place + 1) * steps)
        .filter(z::isDefined)
        .mapToDouble(z::value)
        .toArray();
  }

  private int[] signs(int place) {
    return IntStream.range(0, steps).map(step -> sign(place, step)).toArray();
  }

  public int places() {
    return z.size() / steps;
  }

  public int steps() {
    return steps;
  }

  /** z of Gi*; absent where the values it is compared with do not vary. */
  public OptionalDouble z(int place, int step) {
    return z.at(place * steps + step);
  }

  /** Two-sided normal p of z. */
  public OptionalDouble p(int place, int step) {
    return p.at(place * steps + step);
  }

  /** p adjusted over all bins. */
  public OptionalDouble adjustedP(int place, int step) {
    return adjusted.at(place * steps + step);
  }

  /** 1 where the bin is hot, -1 where it is cold, 0 where neither is shown or defined. */
  public int sign(int place, int step) {
    int bin = place * steps + step;
    return adjusted.isDefined(bin) && adjusted.value(bin) <= level
        ? (int) Math.signum(z.value(bin))
        : 0;
  }

  /** The trend of a place's z. */
  public MannKendall trend(int place) {
    return trends.get(place);
  }

  /** The class of a place; absent where no bin of it is defined. */
  public Optional<EmergingClass> classOf(int place) {
    return reason(place).isPresent() ? Optional.empty() : Optional.of(classes.get(place));
  }

  /** Why a place has no class. */
  public Optional<NotDefined> reason(int place) {
    boolean any = IntStream.range(0, steps).anyMatch(t -> z.isDefined(place * steps + t));
    return any
        ? Optional.empty()
        : Optional.of(places() < 3 ? NotDefined.FEW_PLACES : NotDefined.NO_VARIANCE);
  }
}
