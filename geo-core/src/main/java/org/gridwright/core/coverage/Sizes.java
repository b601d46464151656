package org.gridwright.core.coverage;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gridwright.core.arrangement.Succession;

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
  Sizes after(UnitShapes shapes, Succession succession) {
    double[] now = new double[succession.size()];
    for (int grid = 0; grid < now.length; grid++) {
      int was = succession.before(grid);
      now[grid] = was < 0 ? shapes.size(grid) : byGrid[was];
    }
    double[] gone = numbers(IntStream.of(succession.gone()).mapToDouble(i -> byGrid[i]).toArray());
    double[] fresh = numbers(IntStream.of(succession.fresh()).mapToDouble(i -> now[i]).toArray());
    double[] merged = new double[sorted.length - gone.length + fresh.length];
    int skipped = 0;
    int added = 0;
    int at = 0;
    for (double size : sorted) {
      if (skipped < gone.length && gone[skipped] == size) {
        skipped++;
        continue;
      }
      while (added < fresh.length && fresh[added] < size) {
        merged[at++] = fresh[added++];
      }
      merged[at++] = size;
    }
    System.arraycopy(fresh, added, merged, at, fresh.length - added);
    return new Sizes(now, merged);
  }

  /** The upper median; NaN where there are no valid grids. */
  double median() {
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static double[] numbers(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
  }
}
