package org.gridwright.core.hotspot.density;

import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/**
 * Sums of Gaussians at many places, fast: each incident is spread over the six by six nearest nodes
 * of a grid a fifth of the bandwidth wide by quintic B-splines, the nodes are convolved along rows
 * and columns with what the kernel is between splines, and each place is read from its six by six
 * nearest nodes. That is particle–mesh in the manner of Ewald sums (U. Essmann et al., J. Chemical
 * Physics 103, 1995), and needs no Fourier transform, since a Gaussian is a product of two. The
 * kernel between splines has the transform exp(−h²ω²/2) / sinc(ω/2)¹².
 *
 * <p>Along an axis the kernel is off by at most 7.4e-8 of its top times a Gaussian of 1.5 h (found
 * by comparing at all phases), so that a sum is off by at most {@link #ERROR} of its own peak in
 * the plane. Time linear in incidents, places and nodes.
 */
final class GaussianField {

  /** Part of the peak by which a value may be wrong: twice 8e-8 times 1.5². */
  static final double ERROR = 3.6e-7;

  /** Nodes for a bandwidth. */
  static final int FINENESS = 5;

  /** Most nodes, with those around the raster. */
  private static final long MOST_NODES = 24_000_000;

  private static final int TAPS = 47;
  private static final double[] TAP = taps();

  /** Incidents are spread in so many parts, each on nodes of its own. */
  private static final int PARTS = 4;

  private static final long NODES_OF_PARTS = 4_000_000;

  private final RasterFrame frame;
  private final double spacing;
  private final int width;
  private final int height;
  private final double[] nodes;

  /** Whether a raster can be done like that. */
  static boolean isFor(RasterFrame frame, double bandwidth) {
    double perCell = frame.cellMetres() * FINENESS / bandwidth;
    double columns = frame.columns() * perCell + 2 * TAPS + Splines.WIDTH;
    double rows = frame.rows() * perCell + 2 * TAPS + Splines.WIDTH;
    return columns * rows <= MOST_NODES && perCell <= FINENESS / 2.0;
  }

  GaussianField(
      RasterFrame frame,
      double bandwidth,
      double[] x,
      double[] y,
      double[] weights,
      Progress progress) {
    this.frame = frame;
    this.spacing = bandwidth / FINENESS;
    this.width = nodes(frame.columns());
    this.height = nodes(frame.rows());
    int sourceWidth = width + 2 * TAPS;
    int sourceHeight = height + 2 * TAPS;
    double[] spread = spread(x, y, weights, sourceWidth, sourceHeight);
    progress.at(1, 4);
    double[] along = alongRows(spread, sourceWidth, sourceHeight, progress.part(0.25, 0.5));
    this.nodes = alongColumns(along, progress.part(0.5, 0.75));
  }

  private int nodes(int cells) {
    return (int) Math.floor((cells - 1) * frame.cellMetres() / spacing) + Splines.WIDTH;
  }

  /** (1/π) ∫₀^π exp(−25ω²/2) / sinc(ω/2)¹² cos(nω) dω, by the trapezoid rule. */
  private static double[] taps() {
    int points = 4096;
    double[] taps = new double[TAPS + 1];
    for (int n = 0; n <= TAPS; n++) {
      double sum = 0.5;
      for (int i = 1; i < points; i++) {
        double w = Math.PI * i / points;
        double sinc = Math.sin(w / 2) / (w / 2);
        double square = sinc * sinc;
        double sixth = square * square * square;
        sum += Math.exp(-w * w * FINENESS * FINENESS / 2) / (sixth * sixth) * Math.cos(n * w);
      }
      taps[n] = sum / points;
    }
    return taps;
  }

  /** The part of a raster axis on which node 0 of the result is two nodes before the first cell. */
  private double[] spread(
      double[] x, double[] y, double[] weights, int sourceWidth, int sourceHeight) {
    int parts = (long) sourceWidth * sourceHeight <= NODES_OF_PARTS ? PARTS : 1;
    double[][] spread =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(
                part -> {
                  double[] own = new double[sourceWidth * sourceHeight];
                  int from = (int) ((long) x.length * part / parts);
                  int to = (int) ((long) x.length * (part + 1) / parts);
                  spread(x, y, weights, from, to, own, sourceWidth, sourceHeight);
                  return own;
                })
            .toArray(double[][]::new);
    for (int part = 1; part < parts; part++) {
      for (int i = 0; i < spread[0].length; i++) {
        spread[0][i] += spread[part][i];
      }
    }
    return spread[0];
  }

  private void spread(
      double[] x,
      double[] y,
      double[] weights,
      int from,
      int to,
      double[] own,
      int sourceWidth,
      int sourceHeight) {
    double[] across = new double[Splines.WIDTH];
    double[] up = new double[Splines.WIDTH];
    double westMost = frame.x(0);
    double southMost = frame.y(0);
    for (int i = from; i < to; i++) {
      double u = (x[i] - westMost) / spacing;
      double v = (y[i] - southMost) / spacing;
      int column = (int) Math.floor(u) + TAPS;
      int row = (int) Math.floor(v) + TAPS;
      if (column < 0
          || row < 0
          || column > sourceWidth - Splines.WIDTH
          || row > sourceHeight - Splines.WIDTH) {
        continue;
      }
      Splines.fill(u - Math.floor(u), across);
      Splines.fill(v - Math.floor(v), up);
      for (int b = 0; b < Splines.WIDTH; b++) {
        double part = weights[i] * up[b];
        int at = (row + b) * sourceWidth + column;
        for (int a = 0; a < Splines.WIDTH; a++) {
          own[at + a] += part * across[a];
        }
      }
    }
  }

  private double[] alongRows(double[] source, int sourceWidth, int rows, Progress progress) {
    double[] sums = new double[width * rows];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              progress.checkpoint();
              double[] sum = new double[width];
              int from = row * sourceWidth + TAPS;
              for (int i = 0; i < width; i++) {
                sum[i] = TAP[0] * source[from + i];
              }
              for (int n = 1; n <= TAPS; n++) {
                addBoth(source, from - n, from + n, TAP[n], sum);
              }
              System.arraycopy(sum, 0, sums, row * width, width);
            });
    return sums;
  }

  private double[] alongColumns(double[] source, Progress progress) {
    double scale = 1 / (spacing * spacing);
    double[] sums = new double[width * height];
    IntStream.range(0, height)
        .parallel()
        .forEach(
            row -> {
              progress.checkpoint();
              double[] sum = new double[width];
              int from = (row + TAPS) * width;
              for (int i = 0; i < width; i++) {
                sum[i] = TAP[0] * source[from + i];
              }
              for (int n = 1; n <= TAPS; n++) {
                addBoth(source, from - n * width, from + n * width, TAP[n], sum);
              }
              for (int i = 0; i < width; i++) {
                sums[row * width + i] = sum[i] * scale;
              }
            });
    return sums;
  }

  private static void addBoth(double[] source, int before, int behind, double tap, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += tap * (source[before + i] + source[behind + i]);
    }
  }

  /** The sums at the middles of all cells, row by row. */
  double[] values(Progress progress) {
    int columns = frame.columns();
    double perCell = frame.cellMetres() / spacing;
    double[] across = new double[columns * Splines.WIDTH];
    int[] first = new int[columns];
    double[] some = new double[Splines.WIDTH];
    for (int column = 0; column < columns; column++) {
      first[column] = (int) Math.floor(column * perCell);
      Splines.fill(column * perCell - first[column], some);
      System.arraycopy(some, 0, across, column * Splines.WIDTH, Splines.WIDTH);
    }
    double[] values = new double[frame.cells()];
    IntStream.range(0, frame.rows())
        .parallel()
        .forEach(
            row -> {
              progress.checkpoint();
              fill(row, row * perCell, first, across, values);
            });
    return values;
  }

  private void fill(int row, double v, int[] first, double[] across, double[] values) {
    double[] up = new double[Splines.WIDTH];
    int below = (int) Math.floor(v);
    Splines.fill(v - below, up);
    double[] line = new double[width];
    for (int b = 0; b < Splines.WIDTH; b++) {
      int from = (below + b) * width;
      for (int i = 0; i < width; i++) {
        line[i] += up[b] * nodes[from + i];
      }
    }
    for (int column = 0; column < first.length; column++) {
      double sum = 0;
      for (int a = 0; a < Splines.WIDTH; a++) {
        sum += across[column * Splines.WIDTH + a] * line[first[column] + a];
      }
      values[row * first.length + column] = Math.max(0, sum);
    }
  }
}
