package org.gridwright.data.hotspot.plan;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.global.Assumption;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.gridwright.core.hotspot.global.GlobalMoran;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.rates.CountsAtRisk;
import org.gridwright.core.hotspot.rates.EmpiricalBayes;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.PlaceCounts;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;

/**
 * Answers which units stand out. The same question about the same plan and data has the same id,
 * and the last answers are kept. Thread-safe.
 */
public final class HotspotDesk {

  private static final int KEPT = 32;

  private final Store store;
  private final GridCounts counts;
  private final AtRisk atRisk;
  private final UnitLinks links = new UnitLinks();
  private final Map<String, HotspotResult> kept = new RecentlyUsed<>(KEPT);

  public HotspotDesk(Store store, GridCounts counts) {
    this.store = store;
    this.counts = counts;
    this.atRisk = new AtRisk(counts);
  }

  /** An answer that was given; empty where it is not kept any more. */
  public Optional<HotspotResult> given(String id) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(id));
    }
  }

  /**
   * Answers a question.
   *
   * @throws HotspotException when it makes no sense of these data
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public HotspotResult answer(PlanSnapshot snapshot, HotspotQuestion question, Progress progress) {
    String id = ContentId.of(store, snapshot, question);
    Optional<HotspotResult> known = given(id);
    if (known.isPresent()) {
      return known.get();
    }
    HotspotResult result = computed(id, snapshot, question, progress);
    synchronized (kept) {
      kept.put(id, result);
    }
    return result;
  }

  private HotspotResult computed(
      String id, PlanSnapshot snapshot, HotspotQuestion question, Progress progress) {
    int depth = question.depth();
    PlaceCounts counted = counts.incidents(snapshot, question.incidents());
    double[] cases = LongStream.of(counted.byUnit(depth)).asDoubleStream().toArray();
    if (counted.total() == counted.outside()) {
      throw new HotspotException(DataMessages.of("hotspot.no-incidents"));
    }
    progress.checkpoint();
    PlaceFigures risk = atRisk.of(snapshot, depth, question.over());
    CountsAtRisk rates = CountsAtRisk.of(cases, orZero(risk));
    PlaceFigures values = values(question, rates);
    SpatialWeights neighbours = links.of(snapshot, depth, question.neighbours(), progress);
    LocalTest test = LocalTest.of(neighbours, values, question.options(), progress);
    return new HotspotResult(
        id,
        question,
        snapshot,
        counted.total(),
        counted.outside(),
        PlaceFigures.ofAll(cases),
        risk,
        rates.expected(),
        values,
        test,
        test.p(question.adjustment()),
        moran(neighbours, values),
        WeightsReport.of(neighbours, Optional.empty(), progress),
        warnings(snapshot, question, test, rates));
  }

  private static double[] orZero(PlaceFigures figures) {
    double[] values = new double[figures.size()];
    for (int place = 0; place < values.length; place++) {
      values[place] = figures.at(place).orElse(0);
    }
    return values;
  }

  private static PlaceFigures values(HotspotQuestion question, CountsAtRisk rates) {
    if (question.value() != TestedValue.COUNT && question.over().kind() == Denominator.Kind.NONE) {
      throw new HotspotException(DataMessages.of("hotspot.no-denominator", question.value().id()));
    }
    return switch (question.value()) {
      case COUNT -> PlaceFigures.of(rates.size(), place -> true, rates::cases);
      case RATE -> rates.rates();
      case SMOOTHED -> EmpiricalBayes.poisson(rates).rates();
      case STANDARDISED -> EmpiricalBayes.standardised(rates);
    };
  }

  /** Among the units with a value, row-standardised and without self. */
  private static GlobalFigure moran(SpatialWeights neighbours, PlaceFigures values) {
    BitSet known = new BitSet(values.size());
    for (int place = 0; place < values.size(); place++) {
      known.set(place, values.isDefined(place));
    }
    return GlobalMoran.of(
        neighbours.among(known).rowStandardised(), values.defined(), Assumption.RANDOMISATION);
  }

  private Set<TestWarning> warnings(
      PlanSnapshot snapshot, HotspotQuestion question, LocalTest test, CountsAtRisk rates) {
    Set<TestWarning> warnings = EnumSet.noneOf(TestWarning.class);
    warnings.addAll(test.warnings());
    boolean isCount = question.value() == TestedValue.COUNT;
    if (isCount && hasAddresses(snapshot)) {
      warnings.add(TestWarning.COUNTS_NOT_RATES);
    }
    if (isCount ? rates.meanCases() < 1 : rates.areThin()) {
      warnings.add(TestWarning.THIN_EXPECTATIONS);
    }
    return warnings;
  }

  private boolean hasAddresses(PlanSnapshot snapshot) {
    PlaceCounts addresses = counts.addresses(snapshot);
    return addresses.total() > addresses.outside();
  }
}
