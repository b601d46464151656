package org.gridwright.core.hotspot.density;

import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/**
 * Sums of kernels at the middles of cells, kernel by kernel and cell by cell as far as each
 * reaches: exact. Rows are shared out in bands; each cell adds up its incidents in their order.
 * Time linear in incidents times the cells within reach.
 */
final class DirectField {

  private static final int BANDS = 32;
  private static final int CHECKED = 4096;

  private final RasterFrame frame;
  private final DensityKernel kernel;
  private final double bandwidth;
  private final double reach;

  DirectField(RasterFrame frame, DensityKernel kernel, double bandwidth) {
    this.frame = frame;
    this.kernel = kernel;
    this.bandwidth = bandwidth;
    this.reach = kernel.reach(bandwidth);
  }

  double[] values(double[] x, double[] y, double[] weights, Progress progress) {
    double[] values = new double[frame.cells()];
    IntStream.range(0, BANDS)
        .parallel()
        .forEach(
            band -> {
              int from = (int) ((long) frame.rows() * band / BANDS);
              int to = (int) ((long) frame.rows() * (band + 1) / BANDS);
              double[] across = new double[frame.columns()];
              for (int i = 0; i < x.length; i++) {
                if (i % CHECKED == 0) {
                  progress.checkpoint();
                }
                add(x[i], y[i], weights[i], from, to, across, values);
              }
            });
    return values;
  }

  private void add(
      double x, double y, double weight, int from, int to, double[] across, double[] values) {
    int firstRow = Math.max(from, first(y - frame.south()));
    int lastRow = Math.min(to - 1, last(y - frame.south()));
    int firstColumn = Math.max(0, first(x - frame.west()));
    int lastColumn = Math.min(frame.columns() - 1, last(x - frame.west()));
    if (firstRow > lastRow || firstColumn > lastColumn) {
      return;
    }
    if (kernel == DensityKernel.GAUSSIAN) {
      double square = 2 * bandwidth * bandwidth;
      for (int column = firstColumn; column <= lastColumn; column++) {
        double dx = frame.x(column) - x;
        across[column] = Math.exp(-dx * dx / square);
      }
      for (int row = firstRow; row <= lastRow; row++) {
        double dy = frame.y(row) - y;
        double up = weight * Math.exp(-dy * dy / square) / (Math.PI * square);
        int at = row * frame.columns();
        for (int column = firstColumn; column <= lastColumn; column++) {
          values[at + column] += up * across[column];
        }
      }
    } else {
      for (int row = firstRow; row <= lastRow; row++) {
        double dy = frame.y(row) - y;
        int at = row * frame.columns();
        for (int column = firstColumn; column <= lastColumn; column++) {
          double dx = frame.x(column) - x;
          values[at + column] += weight * kernel.at(dx * dx + dy * dy, bandwidth);
        }
      }
    }
  }

  private int first(double metres) {
    return (int) Math.max(0, Math.floor((metres - reach) / frame.cellMetres()));
  }

  private int last(double metres) {
    return (int)
        Math.max(
            -1,
            Math.min(Integer.MAX_VALUE / 2.0, Math.ceil((metres + reach) / frame.cellMetres())));
  }
}
