package org.gridwright.core.coverage.rules;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Renumbering;

/**
 * The areas of the grids of a plan in square metres, and their median. Immutable.
 *
 * @param byGrid NaN for a grid that is not valid. Not to be changed
 * @param sorted the numbers among them, ascending. Not to be changed
 */
record Sizes(double[] byGrid, double[] sorted) {

  static Sizes of(UnitShapes shapes, int grids) {
    double[] byGrid = IntStream.range(0, grids).parallel().mapToDouble(shapes::size).toArray();
    return new Sizes(byGrid, numbers(byGrid));
  }

  /** The sizes after an edit; measures new and changed grids only. */
  Sizes after(UnitShapes shapes, Renumbering renumbering) {
    double[] now = new double[renumbering.size()];
    renumbering.copy(byGrid, now);
    for (int grid : renumbering.fresh()) {
      now[grid] = shapes.size(grid);
    }
    double[] gone = numbers(IntStream.of(renumbering.gone()).mapToDouble(i -> byGrid[i]).toArray());
    double[] fresh = numbers(IntStream.of(renumbering.fresh()).mapToDouble(i -> now[i]).toArray());
    return new Sizes(now, with(without(sorted, gone), fresh));
  }

  /** The upper median; NaN where there are no valid grids. */
  double median() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** Ascending numbers without some that are among them, ascending too. */
  private static double[] without(double[] all, double[] some) {
    double[] rest = new double[all.length - some.length];
    int from = 0;
    int to = 0;
    for (double each : some) {
      int at = firstNotBelow(each, all, from);
      System.arraycopy(all, from, rest, to, at - from);
      to += at - from;
      from = at + 1;
    }
    System.arraycopy(all, from, rest, to, all.length - from);
    return rest;
  }

  /** Two ascending lists as one. */
  private static double[] with(double[] all, double[] some) {
    double[] joined = new double[all.length + some.length];
    int from = 0;
    int to = 0;
    for (double each : some) {
      int at = firstNotBelow(each, all, from);
      System.arraycopy(all, from, joined, to, at - from);
      to += at - from;
      joined[to++] = each;
      from = at;
    }
    System.arraycopy(all, from, joined, to, all.length - from);
    return joined;
  }

  private static int firstNotBelow(double value, double[] ascending, int from) {
    int low = from;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] numbers(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }
}
