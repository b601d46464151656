package org.gridwright.core.locate;

import java.util.Arrays;

/**
 * Which grids meet in a point where a run ends: from one to the next by the runs that end there.
 * For one thread.
 */
final class JunctionGrids {

  private final GridBorders borders;
  private final EdgeRuns runs;
  private int[] met = new int[8];
  private int count;

  JunctionGrids(GridBorders borders) {
    this.borders = borders;
    this.runs = borders.runs;
  }

  /**
   * The smallest id of the grids that meet in a point, but one.
   *
   * @param point at which a sure run ends between {@code grid} and {@code beyond}
   * @return {@link Locator#NOBODY} where not all that ends there is sure
   */
  int least(int point, int grid, int beyond) {
    int x = runs.xy[2 * point];
    int y = runs.xy[2 * point + 1];
    count = 0;
    meet(beyond);
    int least = beyond;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, met[i]);
      if (borders.from(met[i]) == borders.to(met[i]) || !meetNeighbours(met[i], grid, x, y)) {
        return Locator.NOBODY;
      }
    }
    return least;
  }

  private boolean meetNeighbours(int of, int but, int x, int y) {
    for (int i = borders.from(of); i < borders.to(of); i += GridBorders.STRIDE) {
      if (isAt(borders.first(i), x, y) || isAt(borders.last(i), x, y)) {
        if (borders.isUnsure(i)) {
          return false;
        }
        int next = borders.beyond(i);
        if (next != but) {
          meet(next);
        }
      }
    }
    return true;
  }

  private boolean isAt(int point, int x, int y) {
    return runs.xy[2 * point] == x && runs.xy[2 * point + 1] == y;
  }

  private void meet(int grid) {
    for (int i = 0; i < count; i++) {
      if (met[i] == grid) {
        return;
      }
    }
    met = count == met.length ? Arrays.copyOf(met, 2 * count) : met;
    met[count++] = grid;
  }
}
