package org.gridwright.core.hotspot.scan;

import java.util.Arrays;

/**
 * The greatest ratio in each of many replicas, of one centre after another. All replicas are
 * counted together, row by row, some windows at a time; only where a bound of these windows passes
 * the greatest ratio of a replica so far, that replica's are worked out one by one. Has memory of
 * its own: one for each thread.
 */
final class ReplicaBest {

  private static final int MOST_AT_ONCE = 32;

  /** What is taken at once may bring half a standard deviation of what is there. */
  private static final double DEVIATIONS = 0.5;

  private final ScanField field;
  private final ScanOptions options;
  private final Intervals intervals;
  private final NearestFirst nearest;
  private final ReplicaRows rows;
  private final int replicas;
  private final int slots;
  private final double meanCases;

  /** Of all places so far, summed up from the first step on: of step t at t × slots. */
  private final int[] count;

  private final int[] countBefore;
  private final int[] scratch;
  private final long[] weightFirst;
  private final long[] weightLast;
  private final double[] best;
  private final double[] bestRoot;

  /**
   * @param nearest looks around a centre before {@link #look} is called
   */
  ReplicaBest(
      ScanField field,
      ScanOptions options,
      Intervals intervals,
      NearestFirst nearest,
      ReplicaRows rows) {
    this.field = field;
    this.options = options;
    this.intervals = intervals;
    this.nearest = nearest;
    this.rows = rows;
    this.replicas = rows.replicas();
    this.meanCases = Math.max(1, field.likelihood().cases()) / field.size();
    this.slots = rows.slots();
    this.count = new int[field.steps() * slots];
    this.scratch = new int[rows.scratch()];
    this.countBefore = new int[options.direction().wantsLow() ? count.length : 0];
    this.weightFirst = new long[field.steps()];
    this.weightLast = new long[field.steps()];
    this.best = new double[replicas];
    this.bestRoot = new double[replicas];
  }

  /** The greatest ratio so far in each replica, slot by slot. Not to be changed. */
  double[] best() {
    return best;
  }

  /**
   * Looks at all windows of a centre.
   *
   * @param most places in the largest window
   */
  void look(int most) {
    Arrays.fill(count, 0);
    Arrays.fill(weightLast, 0);
    for (int from = 0; from < most; ) {
      int to = Math.min(most, from + atOnce(from));
      if (countBefore.length > 0) {
        System.arraycopy(count, 0, countBefore, 0, count.length);
      }
      addWeights(from, to);
      rows.add(nearest, from, to, count, scratch);
      for (int interval = 0; interval < intervals.size(); interval++) {
        compare(from, to, interval);
      }
      from = to;
    }
  }

  /** How many windows after so many are looked at together. */
  private int atOnce(int from) {
    double some = DEVIATIONS * Math.sqrt(from / meanCases);
    return Math.max(1, Math.min(Math.min(MOST_AT_ONCE, from), (int) some));
  }

  /** Those of one step are known from gathering. */
  private void addWeights(int from, int to) {
    if (weightLast.length == 1) {
      weightFirst[0] = nearest.weightUpTo(from);
      weightLast[0] = nearest.weightUpTo(to - 1);
      return;
    }
    for (int position = from; position < to; position++) {
      int row = nearest.place(position) * field.steps();
      long sum = 0;
      for (int t = 0; t < weightLast.length; t++) {
        sum += field.weights()[row + t];
        weightLast[t] += sum;
      }
      if (position == from) {
        System.arraycopy(weightLast, 0, weightFirst, 0, weightFirst.length);
      }
    }
  }

  private void compare(int from, int to, int interval) {
    long least = intervals.of(weightFirst, interval);
    long most = intervals.of(weightLast, interval);
    Likelihood likelihood = field.likelihood();
    int last = intervals.last(interval) * slots;
    int before = (intervals.first(interval) - 1) * slots;
    if (options.direction().wantsHigh()) {
      double mean = likelihood.expected(least);
      double perRoot = 1 / Math.sqrt(likelihood.surplusFactor(least, most));
      for (int r = 0; r < replicas; r++) {
        int cases = before < 0 ? count[last + r] : count[last + r] - count[before + r];
        if (cases - mean > bestRoot[r] * perRoot) {
          workOut(from, to, interval, r);
        }
      }
    }
    if (options.direction().wantsLow()) {
      double mean = likelihood.expected(most);
      double perRoot = 1 / Math.sqrt(likelihood.deficitFactor(least, most));
      for (int r = 0; r < replicas; r++) {
        int cases =
            before < 0 ? countBefore[last + r] : countBefore[last + r] - countBefore[before + r];
        if (mean - cases > bestRoot[r] * perRoot) {
          workOut(from, to, interval, r);
        }
      }
    }
  }

  private int cases(int interval, int replica) {
    int before = intervals.first(interval) - 1;
    return count[intervals.last(interval) * slots + replica]
        - (before < 0 ? 0 : count[before * slots + replica]);
  }

  /** The windows of one replica and interval, from the largest down. */
  private void workOut(int from, int to, int interval, int replica) {
    int cases = cases(interval, replica);
    long people = intervals.of(weightLast, interval);
    for (int position = to - 1; position >= from; position--) {
      if (nearest.endsGroup(position)) {
        weigh(cases, people, replica);
      }
      int place = nearest.place(position);
      cases -= rows.cases(place, intervals.first(interval), intervals.last(interval), replica);
      int row = place * field.steps();
      for (int t = intervals.first(interval); t <= intervals.last(interval); t++) {
        people -= field.weights()[row + t];
      }
    }
  }

  private void weigh(int cases, long people, int replica) {
    Likelihood likelihood = field.likelihood();
    double surplus = cases - likelihood.expected(people);
    boolean high = surplus > 0;
    if (high
        ? !options.direction().wantsHigh() || cases < options.leastCases()
        : !options.direction().wantsLow()) {
      return;
    }
    double factor =
        high ? likelihood.surplusFactor(people, people) : likelihood.deficitFactor(people, people);
    if (surplus * surplus * factor > best[replica]) {
      double ratio = likelihood.ratio(cases, people);
      if (ratio > best[replica]) {
        best[replica] = ratio;
        bestRoot[replica] = Math.sqrt(ratio);
      }
    }
  }
}
