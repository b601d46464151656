package org.gridwright.core.hotspot.scan;

import java.util.Arrays;

/**
 * The best window of one centre after another, in the incidents as they are. Has memory of its own:
 * one for each thread. Time linear in windows.
 */
final class CentreBest {

  /**
   * A window: its centre, how many of the nearest places it holds, and its interval.
   *
   * @param centre in the order of the field
   */
  record FoundWindow(int centre, int size, int interval, double ratio) {}

  private final ScanField field;
  private final ScanOptions options;
  private final Intervals intervals;
  private final long[] count;
  private final long[] weight;

  CentreBest(ScanField field, ScanOptions options, Intervals intervals) {
    this.field = field;
    this.options = options;
    this.intervals = intervals;
    this.count = new long[field.steps()];
    this.weight = new long[field.steps()];
  }

  /**
   * The window with the greatest ratio, the smallest of several; with ratio 0 where none has.
   *
   * @param nearest has looked around the centre
   * @param most places in the largest window, as it said
   * @param taken places that a window may not hold
   */
  FoundWindow of(int centre, NearestFirst nearest, int most, boolean[] taken) {
    Arrays.fill(count, 0);
    Arrays.fill(weight, 0);
    FoundWindow best = new FoundWindow(centre, 0, 0, 0);
    for (int position = 0; position < most && !taken[nearest.place(position)]; position++) {
      add(nearest.place(position));
      if (nearest.endsGroup(position)) {
        for (int interval = 0; interval < intervals.size(); interval++) {
          double ratio = ratio(interval, best.ratio());
          if (ratio > best.ratio()) {
            best = new FoundWindow(centre, position + 1, interval, ratio);
          }
        }
      }
    }
    return best;
  }

  private void add(int place) {
    int steps = field.steps();
    long cases = 0;
    long people = 0;
    for (int t = 0; t < steps; t++) {
      cases += field.cases()[place * steps + t];
      people += field.weights()[place * steps + t];
      count[t] += cases;
      weight[t] += people;
    }
  }

  /** The ratio of the window as it is now; 0 where it is not looked for or surely not greater. */
  private double ratio(int interval, double toBeat) {
    long cases = intervals.of(count, interval);
    long people = intervals.of(weight, interval);
    Likelihood likelihood = field.likelihood();
    double surplus = cases - likelihood.expected(people);
    if (surplus > 0
        ? !options.direction().wantsHigh() || cases < options.leastCases()
        : !options.direction().wantsLow()) {
      return 0;
    }
    double factor =
        surplus > 0
            ? likelihood.surplusFactor(people, people)
            : likelihood.deficitFactor(people, people);
    return surplus * surplus * factor <= toBeat ? 0 : likelihood.ratio((int) cases, people);
  }
}
