package org.gridwright.core.service;

import org.gridwright.core.lattice.Lattice;

/**
 * Finds the nearest of many points: square cells in rows, searched in rings around the cell asked
 * for. Distances are compared on the plane that touches the sphere at the point asked for, which
 * orders points of one city as the ellipsoid does but for a fraction of a percent. Immutable.
 */
final class NearestPoint {

  private static final double RADIANS_PER_STEP = Math.toRadians(1.0 / Lattice.STEPS_PER_DEGREE);

  private final Points points;
  private final long west;
  private final long south;
  private final double cell;
  private final int columns;
  private final int rows;

  /** Points of cell c are {@code order[start[c]]} to {@code order[start[c + 1] - 1]}. */
  private final int[] start;

  private final int[] order;

  /**
   * @param points at least one
   */
  NearestPoint(Points points) {
    this.points = points;
    int minX = points.x(0);
    int maxX = minX;
    int minY = points.y(0);
    int maxY = minY;
    for (int i = 1; i < points.size(); i++) {
      minX = Math.min(minX, points.x(i));
      maxX = Math.max(maxX, points.x(i));
      minY = Math.min(minY, points.y(i));
      maxY = Math.max(maxY, points.y(i));
    }
    west = minX;
    south = minY;
    double width = (double) maxX - minX + 1;
    double height = (double) maxY - minY + 1;
    cell =
        Math.max(
            1, Math.max(Math.sqrt(width * height / points.size()), Math.max(width, height) / 4096));
    columns = (int) (width / cell) + 1;
    rows = (int) (height / cell) + 1;
    start = new int[columns * rows + 1];
    for (int i = 0; i < points.size(); i++) {
      start[cellOf(i) + 1]++;
    }
    for (int c = 0; c < columns * rows; c++) {
      start[c + 1] += start[c];
    }
    int[] next = start.clone();
    order = new int[points.size()];
    for (int i = 0; i < points.size(); i++) {
      order[next[cellOf(i)]++] = i;
    }
  }

  private int cellOf(int i) {
    int row = (int) ((points.y(i) - south) / cell);
    int column = (int) ((points.x(i) - west) / cell);
    return row * columns + column;
  }

  /** Index of the point nearest to a place; of several equally near, the first found. */
  int to(int x, int y) {
    double narrow = Math.cos(y * RADIANS_PER_STEP);
    int column = clamp((x - west) / cell, columns);
    int row = clamp((y - south) / cell, rows);
    double beyond = Math.max(outside(x, west, columns) * narrow, outside(y, south, rows));
    Search search = new Search(x, y, narrow);
    int rings = Math.max(columns, rows);
    for (int ring = 0; ring <= rings; ring++) {
      double reach = (ring - 1) * cell * narrow;
      if (search.best >= 0 && reach > 0 && search.bestSquare <= square(Math.max(reach, beyond))) {
        break;
      }
      for (int r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r++) {
        int step = Math.abs(r - row) == ring ? 1 : Math.max(1, 2 * ring);
        for (int c = column - ring; c <= column + ring; c += step) {
          if (c >= 0 && c < columns) {
            search.look(r * columns + c);
          }
        }
      }
    }
    return search.best;
  }

  /** The nearest point so far. */
  private final class Search {

    private final int x;
    private final int y;
    private final double narrow;
    private int best = -1;
    private double bestSquare = Double.POSITIVE_INFINITY;

    Search(int x, int y, double narrow) {
      this.x = x;
      this.y = y;
      this.narrow = narrow;
    }

    void look(int c) {
      for (int k = start[c]; k < start[c + 1]; k++) {
        double square =
            square(((double) points.x(order[k]) - x) * narrow)
                + square((double) points.y(order[k]) - y);
        if (square < bestSquare) {
          bestSquare = square;
          best = order[k];
        }
      }
    }
  }

  /** How far an ordinate lies outside the cells. */
  private double outside(int ordinate, long from, int cells) {
    double before = from - ordinate;
    return Math.max(0, Math.max(before, ordinate - (from + cells * cell)));
  }

  private static double square(double value) {
    return value * value;
  }

  private static int clamp(double position, int cells) {
    return (int) Math.max(0, Math.min(cells - 1, Math.floor(position)));
  }
}
