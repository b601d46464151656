package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.time.NoTrend;
import org.gridwright.core.hotspot.time.RateChange;
import org.gridwright.core.hotspot.time.TwoPeriods;
import org.jspecify.annotations.Nullable;

/**
 * How places changed from one period to another. Immutable.
 *
 * @param counted what is known of each place
 * @param changes of each place; null where something is not known
 * @param whole of all places together that are known, by their exposures added up
 */
public record ChangeResult(
    ToldPlaces places,
    List<TwoCounts> counted,
    List<@Nullable RateChange> changes,
    RateChange whole) {

  /** There was nothing before, so that no ratio can be told. */
  private static final String NONE_BEFORE = "none-before";

  private static final long MOST_IN_ALL = 1_000_000_000;

  public ChangeResult {
    counted = List.copyOf(counted);
    changes = Collections.unmodifiableList(new ArrayList<>(changes));
  }

  /**
   * What is known of a place; absent what is not.
   *
   * @param exposureBefore what the earlier period is counted over
   * @param exposureAfter what the later one is counted over
   */
  public record TwoCounts(
      OptionalInt before,
      OptionalInt after,
      OptionalDouble exposureBefore,
      OptionalDouble exposureAfter) {

    boolean isKnown() {
      return before.isPresent()
          && after.isPresent()
          && exposureBefore.isPresent()
          && exposureAfter.isPresent();
    }
  }

  /**
   * Compares two periods.
   *
   * @throws HotspotInputException when there are more incidents than can be tested together
   */
  public static ChangeResult of(ToldPlaces places, List<TwoCounts> counted) {
    List<TwoCounts> known = counted.stream().filter(TwoCounts::isKnown).toList();
    int[] before = known.stream().mapToInt(it -> it.before().orElseThrow()).toArray();
    int[] after = known.stream().mapToInt(it -> it.after().orElseThrow()).toArray();
    double[] beforeOver =
        known.stream().mapToDouble(it -> it.exposureBefore().orElseThrow()).toArray();
    double[] afterOver =
        known.stream().mapToDouble(it -> it.exposureAfter().orElseThrow()).toArray();
    List<RateChange> told = TwoPeriods.compared(before, after, beforeOver, afterOver);
    List<@Nullable RateChange> changes = new ArrayList<>();
    int next = 0;
    for (TwoCounts each : counted) {
      changes.add(each.isKnown() ? told.get(next++) : null);
    }
    RateChange whole =
        TwoPeriods.compared(
                new int[] {sum(before)},
                new int[] {sum(after)},
                new double[] {Arrays.stream(beforeOver).sum()},
                new double[] {Arrays.stream(afterOver).sum()})
            .get(0);
    return new ChangeResult(places, counted, changes, whole);
  }

  private static int sum(int[] counts) {
    long sum = Arrays.stream(counts).asLongStream().sum();
    if (sum > MOST_IN_ALL) {
      throw HotspotInputException.of("hotspot.change-many", sum, MOST_IN_ALL);
    }
    return (int) sum;
  }

  /** What is told of all places together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("places", places.size());
    told.put("before", whole.before());
    told.put("after", whole.after());
    whole.ratio().ifPresent(it -> told.put("ratio", it));
    whole.lower().ifPresent(it -> told.put("ratioLow", it));
    whole.upper().ifPresent(it -> told.put("ratioHigh", it));
    whole.p().ifPresent(it -> told.put("p", it));
    return told;
  }

  /** How many places are in each class, by its id. */
  public SortedMap<String, Integer> classes(double level) {
    SortedMap<String, Integer> classes = new TreeMap<>();
    for (int place = 0; place < places.size(); place++) {
      classes.merge(classOf(place, level), 1, Integer::sum);
    }
    return classes;
  }

  /** Which way the rate of a place changed, where the adjusted p is at most a level. */
  private String classOf(int place, double level) {
    RateChange change = changes.get(place);
    if (change == null || change.adjustedP().isEmpty()) {
      return "not-defined";
    }
    if (change.adjustedP().getAsDouble() > level) {
      return "none";
    }
    return change.ratio().isEmpty() || change.ratio().getAsDouble() > 1 ? "higher" : "lower";
  }

  /** A row for each place. */
  public FigureSheet sheet(double level) {
    List<String> columns = new ArrayList<>(places.columns());
    columns.addAll(
        List.of(
            "before",
            "after",
            "exposure_before",
            "exposure_after",
            "ratio",
            "ratio_low",
            "ratio_high",
            "p",
            "p_increase",
            "p_bh",
            "change",
            "note"));
    return new FigureSheet(
        columns, () -> IntStream.range(0, places.size()).mapToObj(place -> row(place, level)));
  }

  private FigureSheet.FigureRow row(int place, double level) {
    TwoCounts each = counted.get(place);
    Optional<RateChange> change = Optional.ofNullable(changes.get(place));
    OptionalDouble none = OptionalDouble.empty();
    return places
        .begun(place)
        .whole(each.before())
        .whole(each.after())
        .figure(each.exposureBefore())
        .figure(each.exposureAfter())
        .figure(change.map(RateChange::ratio).orElse(none))
        .figure(change.map(RateChange::lower).orElse(none))
        .figure(change.map(RateChange::upper).orElse(none))
        .figure(change.map(RateChange::p).orElse(none))
        .figure(change.map(RateChange::increaseP).orElse(none))
        .figure(change.map(RateChange::adjustedP).orElse(none))
        .text(classOf(place, level))
        .text(change.map(ChangeResult::note).orElse(NotDefined.NO_VALUE.id()))
        .row(places.shapes().apply(place));
  }

  private static String note(RateChange change) {
    return change.reason().map(NoTrend::id).orElse(change.ratio().isPresent() ? "" : NONE_BEFORE);
  }
}
