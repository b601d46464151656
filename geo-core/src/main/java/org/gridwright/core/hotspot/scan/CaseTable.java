package org.gridwright.core.hotspot.scan;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/** Tables by place and step, looked at and laid out in one row. */
final class CaseTable {

  private CaseTable() {}

  static int[][] column(int[] values) {
    int[][] table = new int[values.length][1];
    for (int i = 0; i < values.length; i++) {
      table[i][0] = values[i];
    }
    return table;
  }

  static double[][] column(double[] values) {
    double[][] table = new double[values.length][1];
    for (int i = 0; i < values.length; i++) {
      table[i][0] = values[i];
    }
    return table;
  }

  /** Of place i in step t at i × steps + t; their total is an int. */
  static int[] flat(ScanPlaces places, int[][] counts) {
    requireSame(places.size(), counts.length);
    int steps = counts[0].length;
    requireSteps(steps);
    int[] flat = new int[counts.length * steps];
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      requireSame(steps, counts[i].length);
      for (int t = 0; t < steps; t++) {
        int count = counts[i][t];
        if (count < 0) {
          throw new HotspotException(Message.core("hotspot.count-negative", i + 1, count));
        }
        total += count;
        flat[i * steps + t] = count;
      }
    }
    requireCountable(new long[] {total});
    return flat;
  }

  static double[] flat(ScanPlaces places, double[][] people) {
    requireSame(places.size(), people.length);
    int steps = people[0].length;
    requireSteps(steps);
    double[] flat = new double[people.length * steps];
    for (int i = 0; i < people.length; i++) {
      requireSame(steps, people[i].length);
      for (int t = 0; t < steps; t++) {
        double each = people[i][t];
        if (!(each >= 0) || each == Double.POSITIVE_INFINITY) {
          throw new HotspotException(Message.core("hotspot.denominator", i + 1, each));
        }
        flat[i * steps + t] = each;
      }
    }
    return flat;
  }

  /** That all of them together are an int. */
  static void requireCountable(long[] counts) {
    long total = 0;
    for (long each : counts) {
      total += each;
    }
    if (total > Integer.MAX_VALUE - 1) {
      throw new HotspotException(Message.core("hotspot.count-many", total, Integer.MAX_VALUE - 1));
    }
  }

  private static void requireSteps(int steps) {
    if (steps == 0) {
      throw new HotspotException(Message.core("hotspot.no-steps"));
    }
  }

  static void requireSame(int some, int others) {
    if (some != others) {
      throw new HotspotException(Message.core("hotspot.shape", some, others));
    }
  }
}
