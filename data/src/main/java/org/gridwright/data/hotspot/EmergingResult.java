package org.gridwright.data.hotspot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.time.EmergingClass;
import org.gridwright.core.hotspot.time.EmergingHotspots;
import org.gridwright.core.hotspot.time.NoTrend;
import org.gridwright.core.hotspot.time.SenSlope;
import org.gridwright.core.hotspot.time.SpaceTimeCube;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What became of places over steps of time. Immutable.
 *
 * @param links who is a neighbour of whom, without self
 */
public record EmergingResult(
    ToldPlaces places,
    StepAxis steps,
    SpaceTimeCube cube,
    SpatialWeights links,
    EmergingHotspots found) {

  private static final String NOT_DEFINED = "not-defined";

  /**
   * Tests a cube.
   *
   * @param values of a place in a step at place × steps + step
   * @throws HotspotInputException when there are too many bins
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static EmergingResult of(
      ToldPlaces places,
      StepAxis steps,
      double[] values,
      SpatialWeights links,
      CubeTest test,
      Progress progress) {
    SpaceTimeCube cube = SpaceTimeCube.of(steps.size(), values);
    return new EmergingResult(
        places, steps, cube, links.withoutSelf(), test.of(cube, links, progress));
  }

  /** Of all bins together. */
  public double total() {
    double total = 0;
    for (int place = 0; place < cube.places(); place++) {
      total += total(place);
    }
    return total;
  }

  /** How many links there are between places. */
  public int linkCount() {
    return links.end(links.size() - 1);
  }

  private double total(int place) {
    return IntStream.range(0, cube.steps()).mapToDouble(step -> cube.value(place, step)).sum();
  }

  /** How many places are in each class, by its id. */
  public SortedMap<String, Integer> classes() {
    SortedMap<String, Integer> classes = new TreeMap<>();
    for (int place = 0; place < cube.places(); place++) {
      classes.merge(classOf(place), 1, Integer::sum);
    }
    return classes;
  }

  private String classOf(int place) {
    return found.classOf(place).map(EmergingClass::id).orElse(NOT_DEFINED);
  }

  /** What is told of all places together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("places", places.size());
    told.put("steps", steps.size());
    told.put("firstStep", steps.label(0));
    told.put("lastStep", steps.label(steps.size() - 1));
    told.put("total", total());
    told.put("links", linkCount());
    told.put("hotBins", bins(1));
    told.put("coldBins", bins(-1));
    return told;
  }

  /** What to beware of. */
  public List<MethodNote> notes(CubeTest test) {
    List<MethodNote> notes = new ArrayList<>();
    if (steps.isFirstCut()) {
      notes.add(MethodNote.of("first-step-cut", steps.label(0)));
    }
    if (steps.isLastCut()) {
      notes.add(MethodNote.of("last-step-cut", steps.label(steps.size() - 1)));
    }
    if (test.before() > 0 && !test.hamedRao()) {
      notes.add(MethodNote.of("serial-correlation"));
    }
    double mean = total() / ((double) places.size() * steps.size());
    if (mean >= 0 && mean < 1) {
      notes.add(
          MethodNote.of(
              "thin-bins",
              BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP).toPlainString()));
    }
    return notes;
  }

  /** A row for each place: its class, the trend of its z, and how many steps are hot and cold. */
  public FigureSheet byPlace() {
    List<String> columns = new ArrayList<>(places.columns());
    columns.addAll(
        List.of(
            "class",
            "trend_z",
            "trend_p",
            "sen_slope",
            "hot_steps",
            "cold_steps",
            "count",
            "neighbours",
            "note"));
    return new FigureSheet(
        columns, () -> IntStream.range(0, cube.places()).mapToObj(this::placeRow));
  }

  private FigureSheet.FigureRow placeRow(int place) {
    return places
        .begun(place)
        .text(classOf(place))
        .figure(found.trend(place).z())
        .figure(found.trend(place).p())
        .figure(SenSlope.of(found.series(place)))
        .whole(steps(place, 1))
        .whole(steps(place, -1))
        .figure(total(place))
        .whole(links.end(place) - links.start(place))
        .text(note(place))
        .row(places.shapes().apply(place));
  }

  /** How many bins are hot, of sign 1, or cold, of sign -1. */
  public long bins(int sign) {
    return IntStream.range(0, cube.places()).mapToLong(place -> steps(place, sign)).sum();
  }

  private long steps(int place, int sign) {
    return IntStream.range(0, cube.steps()).filter(it -> found.sign(place, it) == sign).count();
  }

  private String note(int place) {
    Optional<String> noClass = found.reason(place).map(NotDefined::id);
    return noClass.orElseGet(() -> found.trend(place).reason().map(NoTrend::id).orElse(""));
  }

  /** A row for each place and step: value, z, p, adjusted p, and 1 where hot or -1 where cold. */
  public FigureSheet byBin() {
    List<String> columns = List.of("code", "step", "count", "z", "p", "p_bh", "bin");
    return new FigureSheet(
        columns,
        () ->
            IntStream.range(0, cube.places())
                .boxed()
                .flatMap(
                    place ->
                        IntStream.range(0, cube.steps()).mapToObj(step -> binRow(place, step))));
  }

  private FigureSheet.FigureRow binRow(int place, int step) {
    return new FigureSheet.Values()
        .text(places.codes().get(place))
        .text(steps.label(step))
        .figure(cube.value(place, step))
        .figure(found.z(place, step))
        .figure(found.p(place, step))
        .figure(found.adjustedP(place, step))
        .whole(found.sign(place, step))
        .row(null);
  }
}
