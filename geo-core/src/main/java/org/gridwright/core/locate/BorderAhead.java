package org.gridwright.core.locate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The first look at the borders around some points: how far the rectangle of each run is. It is
 * taken for all of them before the first is searched, stage by stage, so that the waits for memory
 * overlap: lists, then rectangles, then the points of the runs that are nearest. For one thread.
 */
final class BorderAhead {

  /** So many points' borders fit a core's own caches. */
  static final int MOST = 64;

  /** Ints of a cache line. */
  private static final int LINE = 16;

  /** Low bits of a square that can make room for a number. */
  private static final long NUMBERS = 127;

  private final GridBorders borders;

  /** The squares of point {@code i} end at {@code end[i]}, where those of the next one begin. */
  private final int[] end = new int[MOST];

  private final int[] nearest = new int[MOST];
  private double[] squares = new double[16];
  private int count;

  /** Nobody asks for it; it keeps what was read from being left out. */
  @SuppressWarnings("UnusedVariable")
  private int touched;

  BorderAhead(GridBorders borders) {
    this.borders = borders;
  }

  /** Forgets what was looked at. */
  void clear() {
    count = 0;
  }

  /** Number of the first square of a point, from 0. */
  int from(int i) {
    return i == 0 ? 0 : end[i - 1];
  }

  /** Square metres from a point to the rectangle of a run, in the scale of the point's latitude. */
  double square(int number) {
    return squares[number];
  }

  /** Which of the runs in a point's list is the nearest. */
  int nearest(int i) {
    return nearest[i];
  }

  /** Reads the list of a grid, a cache line after the other. */
  void touch(int grid) {
    int sum = 0;
    for (int at = borders.from(grid); at < borders.to(grid); at += LINE) {
      sum += borders.entries[at];
    }
    touched = sum;
  }

  /** Looks at the next point, and reads the run that is nearest to it. */
  void add(int x, int y, int grid) {
    int start = from(count);
    int from = borders.from(grid);
    int runs = (borders.to(grid) - from) / GridBorders.STRIDE;
    @Nullable LatitudeBand band = borders.band(y);
    if (band != null && runs > 0) {
      reserve(start + runs);
      double dy = y - band.middle;
      int number = look(x, y, from, start, runs, band.east(dy), band.north(dy));
      nearest[count] = number;
      int position = from + GridBorders.STRIDE * number;
      int[] xy = borders.runs.xy;
      touched = xy[2 * borders.first(position)] + xy[2 * borders.last(position)];
      start += runs;
    }
    end[count++] = start;
  }

  private int look(int x, int y, int from, int start, int runs, double east, double north) {
    int[] entries = borders.entries;
    long least = Long.MAX_VALUE;
    for (int i = 0, at = from; i < runs; i++, at += GridBorders.STRIDE) {
      long west = (long) entries[at + 2] - x;
      long south = (long) entries[at + 3] - y;
      double ex = Math.max(0, Math.max(west, (long) x - entries[at + 4])) * east;
      double ny = Math.max(0, Math.max(south, (long) y - entries[at + 5])) * north;
      double square = ex * ex + ny * ny;
      squares[start + i] = square;
      least = Math.min(least, numbered(square, i));
    }
    return (int) (least & NUMBERS);
  }

  /**
   * What is the smaller the smaller a square is, and ends with a number, or the greatest one; told
   * without a branch.
   */
  private static long numbered(double square, int number) {
    return (Double.doubleToRawLongBits(square) & ~NUMBERS) | Math.min(number, NUMBERS);
  }

  private void reserve(int size) {
    if (squares.length < size) {
      squares = Arrays.copyOf(squares, Math.max(size, 2 * squares.length));
    }
  }
}
