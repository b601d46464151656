package org.gridwright.core.hotspot.density;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * The ground that is known: rings in metres, a place within an odd number of which is inside.
 * Immutable and thread-safe.
 */
public final class StudyWindow {

  private final double[][] xs;
  private final double[][] ys;
  private final double[][] edges;
  private final boolean rectangle;

  /** Takes the arrays over, and turns rings around that have the inside on their right. */
  private StudyWindow(double[][] xs, double[][] ys, boolean rectangle) {
    this.xs = xs;
    this.ys = ys;
    this.rectangle = rectangle;
    for (int ring = 0; ring < xs.length; ring++) {
      if (!insideIsLeft(ring)) {
        turn(xs[ring]);
        turn(ys[ring]);
      }
    }
    this.edges = edges(xs, ys);
  }

  /** A rectangle. */
  public static StudyWindow rectangle(double west, double south, double east, double north) {
    if (!(west < east && south < north) || !Double.isFinite(east - west + north - south)) {
      throw new HotspotException(Message.core("hotspot.window"));
    }
    return new StudyWindow(
        new double[][] {{west, east, east, west}},
        new double[][] {{south, south, north, north}},
        true);
  }

  /**
   * An outline.
   *
   * @param xs metres east of the corners, ring by ring; shells and holes in any direction, the
   *     first corner repeated at the end or not
   * @param ys metres north of them
   */
  public static StudyWindow outline(List<double[]> xs, List<double[]> ys) {
    if (xs.isEmpty() || xs.size() != ys.size()) {
      throw new HotspotException(Message.core("hotspot.window"));
    }
    for (int ring = 0; ring < xs.size(); ring++) {
      if (xs.get(ring).length != ys.get(ring).length || xs.get(ring).length < 3) {
        throw new HotspotException(Message.core("hotspot.window"));
      }
    }
    return new StudyWindow(
        xs.stream().map(double[]::clone).toArray(double[][]::new),
        ys.stream().map(double[]::clone).toArray(double[][]::new),
        false);
  }

  private boolean insideIsLeft(int ring) {
    double[] x = xs[ring];
    double[] y = ys[ring];
    boolean shell = true;
    for (int other = 0; other < xs.length; other++) {
      shell ^=
          other != ring
              && crossings(xs[other], ys[other], (x[0] + x[1]) / 2, (y[0] + y[1]) / 2) % 2 == 1;
    }
    double area = 0;
    for (int i = 0, before = x.length - 1; i < x.length; before = i++) {
      area += (x[before] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[before] - y[0]);
    }
    return (area > 0) == shell;
  }

  private static void turn(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  boolean isRectangle() {
    return rectangle;
  }

  double west() {
    return Arrays.stream(xs).flatMapToDouble(Arrays::stream).min().orElseThrow();
  }

  double east() {
    return Arrays.stream(xs).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  double south() {
    return Arrays.stream(ys).flatMapToDouble(Arrays::stream).min().orElseThrow();
  }

  double north() {
    return Arrays.stream(ys).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  /** The edges, the inside on their left: x and y of one end, x and y of the other. */
  double[][] edges() {
    return edges;
  }

  private static double[][] edges(double[][] xs, double[][] ys) {
    return IntStream.range(0, xs.length)
        .boxed()
        .flatMap(
            ring -> IntStream.range(0, xs[ring].length).mapToObj(i -> edge(xs[ring], ys[ring], i)))
        .filter(it -> it[0] != it[2] || it[1] != it[3])
        .toArray(double[][]::new);
  }

  private static double[] edge(double[] x, double[] y, int corner) {
    int next = (corner + 1) % x.length;
    return new double[] {x[corner], y[corner], x[next], y[next]};
  }

  /** Whether a place is inside, or on a southern or western edge. */
  public boolean contains(double x, double y) {
    int crossings = 0;
    for (int ring = 0; ring < xs.length; ring++) {
      crossings += crossings(xs[ring], ys[ring], x, y);
    }
    return crossings % 2 == 1;
  }

  /** Where edges cross a parallel to the axis of x, from west to east. */
  double[] crossings(double y) {
    return Arrays.stream(edges())
        .filter(it -> (it[1] > y) != (it[3] > y))
        .mapToDouble(it -> it[0] + (it[2] - it[0]) * (y - it[1]) / (it[3] - it[1]))
        .sorted()
        .toArray();
  }

  /** Edges of a ring east of a place. */
  private static int crossings(double[] atX, double[] atY, double x, double y) {
    int crossings = 0;
    for (int i = 0, before = atX.length - 1; i < atX.length; before = i++) {
      if ((atY[i] > y) != (atY[before] > y)
          && x < atX[i] + (atX[before] - atX[i]) * (y - atY[i]) / (atY[before] - atY[i])) {
        crossings++;
      }
    }
    return crossings;
  }
}
