package org.gridwright.core.edit;

import java.util.BitSet;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.work.Progress;

/**
 * Vertices by place, in square cells of a few each, so that whether a triangle is empty costs what
 * it covers. In steps of the lattice. Immutable and thread-safe.
 */
final class VertexCells {

  private static final int PER_CELL = 2;

  private final BorderArcs vertices;
  private final int minX;
  private final int minY;
  private final long side;
  private final int columns;
  private final int rows;

  /** The vertices of cell {@code c} are those from {@code starts[c]} to {@code starts[c + 1]}. */
  private final int[] starts;

  private final int[] inCells;

  VertexCells(BorderArcs vertices, Progress progress) {
    this.vertices = vertices;
    int count = vertices.vertexCount();
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int x = Packed.x(vertices.point(i));
      int y = Packed.y(vertices.point(i));
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
    minX = west;
    minY = south;
    double width = (double) east - west + 1;
    double height = (double) north - south + 1;
    double cells = Math.max(1, count / PER_CELL);
    side =
        (long)
            Math.ceil(Math.max(Math.sqrt(width * height / cells), Math.max(width, height) / cells));
    columns = (int) (((long) east - west) / side) + 1;
    rows = (int) (((long) north - south) / side) + 1;
    starts = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      BorderArcs.pause(progress, i);
      starts[cell(i) + 1]++;
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      starts[cell + 1] += starts[cell];
    }
    int[] next = starts.clone();
    inCells = new int[count];
    for (int i = 0; i < count; i++) {
      BorderArcs.pause(progress, i);
      inCells[next[cell(i)]++] = i;
    }
  }

  private int cell(int vertex) {
    long point = vertices.point(vertex);
    return row(Packed.y(point)) * columns + column(Packed.x(point));
  }

  private int column(double x) {
    return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - minX) / side)));
  }

  private int row(double y) {
    return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - minY) / side)));
  }

  /**
   * Whether no vertex but its corners lies in a closed triangle, which may be flat. Exact.
   *
   * @param gone vertices that do not count
   */
  boolean isEmpty(int a, int b, int c, BitSet gone) {
    long[] corners = {vertices.point(a), vertices.point(b), vertices.point(c)};
    int south = Math.min(y(corners, 0), Math.min(y(corners, 1), y(corners, 2)));
    int north = Math.max(y(corners, 0), Math.max(y(corners, 1), y(corners, 2)));
    for (int row = row(south); row <= row(north); row++) {
      double low = minY + (double) row * side;
      double[] span = span(corners, low, low + side);
      int last = column(span[1] + 1);
      for (int column = column(span[0] - 1); column <= last; column++) {
        int cell = row * columns + column;
        for (int i = starts[cell]; i < starts[cell + 1]; i++) {
          int vertex = inCells[i];
          if (vertex != a
              && vertex != b
              && vertex != c
              && !gone.get(vertex)
              && isInside(corners, vertices.point(vertex))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** From where to where a triangle reaches between two parallels; more than that does no harm. */
  private static double[] span(long[] corners, double low, double high) {
    double[] span = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < 3; i++) {
      int next = (i + 1) % 3;
      double ay = y(corners, i);
      double by = y(corners, next);
      if (Math.max(ay, by) < low || Math.min(ay, by) > high) {
        continue;
      }
      add(span, at(corners, i, next, ay == by ? ay : clamp(ay, low, high)));
      add(span, at(corners, i, next, ay == by ? ay : clamp(by, low, high)));
      if (ay == by) {
        add(span, Packed.x(corners[next]));
      }
    }
    return span;
  }

  private static double clamp(double value, double low, double high) {
    return Math.max(low, Math.min(high, value));
  }

  private static double at(long[] corners, int i, int next, double y) {
    double ay = y(corners, i);
    double by = y(corners, next);
    double ax = Packed.x(corners[i]);
    return ay == by ? ax : ax + (y - ay) / (by - ay) * (Packed.x(corners[next]) - ax);
  }

  private static void add(double[] span, double x) {
    span[0] = Math.min(span[0], x);
    span[1] = Math.max(span[1], x);
  }

  private static int y(long[] corners, int i) {
    return Packed.y(corners[i]);
  }

  private static boolean isInside(long[] corners, long point) {
    int one = side(corners[0], corners[1], point);
    int two = side(corners[1], corners[2], point);
    int three = side(corners[2], corners[0], point);
    if (one == 0 && two == 0 && three == 0) {
      return isOn(corners[0], corners[1], point)
          || isOn(corners[1], corners[2], point)
          || isOn(corners[2], corners[0], point);
    }
    return !((one < 0 || two < 0 || three < 0) && (one > 0 || two > 0 || three > 0));
  }

  private static int side(long a, long b, long point) {
    return Lattice.orientation(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(point), Packed.y(point));
  }

  private static boolean isOn(long a, long b, long point) {
    return Lattice.onSegment(
        Packed.x(a), Packed.y(a), Packed.x(b), Packed.y(b), Packed.x(point), Packed.y(point));
  }
}
