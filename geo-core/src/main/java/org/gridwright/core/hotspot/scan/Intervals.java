package org.gridwright.core.hotspot.scan;

/** The stretches of steps that windows may last, shorter and earlier ones first. Immutable. */
final class Intervals {

  private final int[] first;
  private final int[] last;

  Intervals(int steps, ScanOptions options) {
    int longest = Math.min(steps, options.longestSteps());
    int number = 0;
    for (int length = 1; length <= longest; length++) {
      number += options.alive() ? 1 : steps - length + 1;
    }
    first = new int[number];
    last = new int[number];
    int at = 0;
    for (int length = 1; length <= longest; length++) {
      for (int from = options.alive() ? steps - length : 0; from + length <= steps; from++) {
        first[at] = from;
        last[at++] = from + length - 1;
      }
    }
  }

  int size() {
    return first.length;
  }

  int first(int interval) {
    return first[interval];
  }

  /** The last step of an interval, itself in it. */
  int last(int interval) {
    return last[interval];
  }

  /** What an interval has of numbers that are summed up from the first step on. */
  long of(long[] summedUp, int interval) {
    int before = first[interval] - 1;
    return summedUp[last[interval]] - (before < 0 ? 0 : summedUp[before]);
  }
}
