package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.global.Assumption;
import org.gridwright.core.hotspot.global.Correlogram;
import org.gridwright.core.hotspot.global.GeneralG;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.gridwright.core.hotspot.global.GlobalGeary;
import org.gridwright.core.hotspot.global.GlobalMoran;
import org.gridwright.core.hotspot.global.JoinCounts;
import org.gridwright.core.hotspot.inference.Adjustment;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.rates.CountsAtRisk;
import org.gridwright.core.hotspot.rates.EmpiricalBayes;
import org.gridwright.core.hotspot.score.FalseClaims;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The places of a file tested: what was measured of them, the local test, and the global figures.
 * Immutable.
 */
public final class HotspotAnalysis {

  private final FilePlaces places;
  private final Measured measured;
  private final PlaceFigures values;
  private final @Nullable CountsAtRisk counts;
  private final LocalTest test;
  private final List<GlobalFigure> global;

  private HotspotAnalysis(
      FilePlaces places,
      Measured measured,
      PlaceFigures values,
      @Nullable CountsAtRisk counts,
      LocalTest test,
      List<GlobalFigure> global) {
    this.places = places;
    this.measured = measured;
    this.values = values;
    this.counts = counts;
    this.test = test;
    this.global = List.copyOf(global);
  }

  /**
   * Tests the places.
   *
   * @param atRisk whether the file says what is at risk
   * @throws HotspotInputException when counts are below 0 that rates are made of
   * @throws org.gridwright.core.hotspot.HotspotException when the test cannot be made
   */
  public static HotspotAnalysis of(
      FilePlaces places,
      boolean atRisk,
      Measured measured,
      SpatialWeights weights,
      LocalOptions options,
      Progress progress) {
    CountsAtRisk counts = atRisk ? counts(places) : null;
    PlaceFigures values = measured(places, counts, measured, weights);
    LocalTest test = LocalTest.of(weights, values, options, progress.part(0, 0.9));
    progress.checkpoint();
    return new HotspotAnalysis(
        places, measured, values, counts, test, global(weights, values, options));
  }

  /**
   * How often the same test claims something where there is nothing: what was tested is shuffled
   * over the places that have it.
   *
   * @param weights that the places were tested with
   * @param raw whether p are taken as they are, instead of adjusted
   * @param level at which something is claimed
   */
  public FalseClaims falseClaims(
      SpatialWeights weights, boolean raw, double level, long seed, Progress progress) {
    int[] places =
        IntStream.range(0, values.size()).filter(place -> values.isDefined(place)).toArray();
    return FalseClaims.of(
        values.defined(),
        shuffled -> claims(weights, laid(places, shuffled), raw, level, progress.quiet()),
        FalseClaims.RUNS,
        seed,
        progress);
  }

  /**
   * How alike values are within growing distances.
   *
   * @param points where in a place its distances are measured from
   * @param metres above 0
   * @throws HotspotInputException when a place has no geometry
   */
  public Correlogram correlogram(PointKind points, List<Double> metres, Progress progress) {
    return Correlogram.within(
        WeightsChoice.points(places, points),
        values,
        metres.stream().sorted().distinct().toList(),
        progress);
  }

  private PlaceFigures laid(int[] places, double[] shuffled) {
    double[] all = new double[values.size()];
    for (int i = 0; i < places.length; i++) {
      all[places[i]] = shuffled[i];
    }
    return PlaceFigures.of(all.length, values::isDefined, place -> all[place]);
  }

  private int claims(
      SpatialWeights weights, PlaceFigures laid, boolean raw, double level, Progress progress) {
    LocalTest again = LocalTest.of(weights, laid, test.options(), progress);
    PlaceFigures p = raw ? again.p() : Adjustment.BH.adjusted(again.p());
    return (int) IntStream.range(0, p.size()).filter(i -> p.at(i).orElse(1) <= level).count();
  }

  private static CountsAtRisk counts(FilePlaces places) {
    PlaceFigures values = places.values();
    PlaceFigures atRisk = places.atRisk();
    double[] cases = new double[places.size()];
    double[] denominator = new double[places.size()];
    for (int place = 0; place < cases.length; place++) {
      double value = values.at(place).orElse(0);
      if (value < 0) {
        throw HotspotInputException.of("hotspot.cases-below-zero", places.code(place));
      }
      boolean known = values.isDefined(place) && atRisk.isDefined(place);
      cases[place] = known ? value : 0;
      denominator[place] = known ? atRisk.value(place) : 0;
    }
    return CountsAtRisk.of(cases, denominator);
  }

  private static PlaceFigures measured(
      FilePlaces places, @Nullable CountsAtRisk counts, Measured measured, SpatialWeights weights) {
    if (counts == null) {
      return places.values();
    }
    return switch (measured) {
      case COUNT -> places.values();
      case RATE -> counts.rates();
      case EB -> EmpiricalBayes.poisson(counts).rates();
      case EB_LOCAL -> EmpiricalBayes.local(counts, weights, EmpiricalBayes.LocalVariant.ONE_MEAN);
      case EB_Z -> EmpiricalBayes.standardised(counts);
    };
  }

  private static List<GlobalFigure> global(
      SpatialWeights weights, PlaceFigures values, LocalOptions options) {
    BitSet known = new BitSet(values.size());
    for (int place = 0; place < values.size(); place++) {
      known.set(place, values.isDefined(place));
    }
    SpatialWeights used = weights.among(known).withoutSelf().in(options.style());
    double[] x = values.defined();
    List<GlobalFigure> figures = new ArrayList<>();
    figures.add(GlobalMoran.of(used, x, Assumption.RANDOMISATION));
    figures.add(GlobalGeary.of(used, x, Assumption.RANDOMISATION));
    figures.add(GeneralG.of(used, x));
    if (options.method() == LocalMethod.JOIN) {
      JoinCounts joins = JoinCounts.of(used, x);
      figures.addAll(List.of(joins.yes(), joins.no(), joins.mixed()));
    }
    return figures;
  }

  public FilePlaces places() {
    return places;
  }

  public Measured measured() {
    return measured;
  }

  /** What was tested, of the places that have it. */
  public PlaceFigures values() {
    return values;
  }

  /** Counts and what is at risk; empty where the file does not say. */
  public Optional<CountsAtRisk> counts() {
    return Optional.ofNullable(counts);
  }

  public LocalTest test() {
    return test;
  }

  public List<GlobalFigure> global() {
    return global;
  }

  /** Why a place has no chance; empty where it has one. */
  public Optional<NotDefined> reason(int place) {
    boolean nobody =
        counts != null
            && measured != Measured.COUNT
            && places.values().isDefined(place)
            && places.atRisk().isDefined(place)
            && !counts.isAtRisk(place);
    return nobody ? Optional.of(NotDefined.NOBODY_AT_RISK) : test.reason(place);
  }

  /** What a person should know of this result. */
  public Set<TestWarning> warnings() {
    Set<TestWarning> warnings = EnumSet.noneOf(TestWarning.class);
    warnings.addAll(test.warnings());
    if (counts == null) {
      return warnings;
    }
    if (measured == Measured.COUNT) {
      warnings.add(TestWarning.COUNTS_NOT_RATES);
    }
    if (counts.areThin()) {
      warnings.add(TestWarning.THIN_EXPECTATIONS);
    }
    return warnings;
  }
}
