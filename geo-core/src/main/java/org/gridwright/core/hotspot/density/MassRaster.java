package org.gridwright.core.hotspot.density;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/**
 * The mass of kernels around the middles of all cells of a raster. Where there are fewer nodes a
 * fifth of a Gaussian's bandwidth apart than cells, masses are computed there and interpolated by
 * polynomials through eight nodes along each axis, which is off by less than 1e-6.
 */
final class MassRaster {

  private static final int WIDTH = 8;

  private final StudyWindow window;
  private final KernelMass mass;
  private final RasterFrame frame;
  private final boolean interpolated;
  private final double spacing;

  MassRaster(StudyWindow window, DensityKernel kernel, double bandwidth, RasterFrame frame) {
    this.window = window;
    this.mass = new KernelMass(window, kernel, bandwidth);
    this.frame = frame;
    this.spacing = bandwidth / GaussianField.FINENESS;
    this.interpolated =
        kernel == DensityKernel.GAUSSIAN
            && !window.isRectangle()
            && spacing > 2 * frame.cellMetres();
  }

  double[] values(BitSet wanted, Progress progress) {
    double[] values = new double[frame.cells()];
    double[][] nodes = interpolated ? nodes(progress) : new double[0][0];
    double[][] across = new double[interpolated ? frame.columns() : 0][];
    for (int column = 0; column < across.length; column++) {
      across[column] = lagrange(column);
    }
    IntStream.range(0, frame.rows())
        .parallel()
        .forEach(
            row -> {
              progress.checkpoint();
              if (interpolated) {
                read(nodes, across, row, values);
              } else {
                fill(row, wanted, values);
              }
            });
    return values;
  }

  private void fill(int row, BitSet wanted, double[] values) {
    for (int column = 0; column < frame.columns(); column++) {
      int cell = row * frame.columns() + column;
      if (wanted.get(cell)) {
        values[cell] = mass.at(frame.x(column), frame.y(row), true);
      }
    }
  }

  private double[][] nodes(Progress progress) {
    int columns = (int) Math.ceil(frame.columns() * frame.cellMetres() / spacing) + WIDTH;
    int rows = (int) Math.ceil(frame.rows() * frame.cellMetres() / spacing) + WIDTH;
    double[][] nodes = new double[rows][columns];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              progress.checkpoint();
              double y = frame.y(0) + (row - WIDTH / 2 + 1) * spacing;
              for (int column = 0; column < columns; column++) {
                double x = frame.x(0) + (column - WIDTH / 2 + 1) * spacing;
                nodes[row][column] = mass.at(x, y, window.contains(x, y));
              }
            });
    return nodes;
  }

  private void read(double[][] nodes, double[][] across, int row, double[] values) {
    double[] up = lagrange(row);
    int below = firstNode(row);
    double[] line = new double[nodes[0].length];
    for (int b = 0; b < WIDTH; b++) {
      for (int i = 0; i < line.length; i++) {
        line[i] += up[b] * nodes[below + b][i];
      }
    }
    for (int column = 0; column < across.length; column++) {
      int before = firstNode(column);
      double sum = 0;
      for (int a = 0; a < WIDTH; a++) {
        sum += across[column][a] * line[before + a];
      }
      values[row * across.length + column] = sum;
    }
  }

  private int firstNode(int cell) {
    return (int) Math.floor(cell * frame.cellMetres() / spacing);
  }

  /** For each of eight nodes, the polynomial that is 1 there and 0 at the others, at a cell. */
  private double[] lagrange(int cell) {
    double at = cell * frame.cellMetres() / spacing - firstNode(cell) + WIDTH / 2 - 1;
    double[] values = new double[WIDTH];
    for (int node = 0; node < WIDTH; node++) {
      values[node] = 1;
      for (int other = 0; other < WIDTH; other++) {
        values[node] *= other == node ? 1 : (at - other) / (node - other);
      }
    }
    return values;
  }
}
