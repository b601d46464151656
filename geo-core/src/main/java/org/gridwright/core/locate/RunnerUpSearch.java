package org.gridwright.core.locate;

import java.util.Arrays;

/**
 * Finds the nearest other grids of many points at a time: by the border of the grid that holds a
 * point, where that decides; else by the tiles. Both give the same to the last bit. For one thread.
 */
final class RunnerUpSearch {

  private static final int UNKNOWN = -1;

  private final BorderSearch border;
  private final TileSearch tiles;
  private int[] found = {};
  private double[] metresFound = {};

  /** Where the tiles have a point, of those that the borders left open. */
  private int[] open = {};

  private int[] openX = {};
  private int[] openY = {};
  private int owner;
  private double metres;

  RunnerUpSearch(GridBorders borders, NearTiles tiles) {
    this.border = new BorderSearch(borders);
    this.tiles = new TileSearch(tiles);
  }

  /** The owner id found last; {@link Locator#NOBODY} where there was none. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to what was found last, in whole micrometres; 0 where there was none. */
  double metres() {
    return metres;
  }

  /** Takes points and their owners at [0, count); {@link #find} then answers them. */
  void prepare(int[] x, int[] y, int[] owners, int count) {
    reserve(count);
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (owners[i] != Locator.NOBODY && border.find(x[i], y[i], owners[i])) {
        found[i] = border.owner();
        metresFound[i] = border.metres();
      } else {
        found[i] = UNKNOWN;
        open[i] = left;
        openX[left] = x[i];
        openY[left++] = y[i];
      }
    }
    tiles.prepare(openX, openY, left);
  }

  /**
   * Finds the nearest other grid of point {@code i} of those prepared.
   *
   * @param excluded its owner
   * @param others ascending owner ids at [from, to) of grids that contest the point
   */
  void find(int i, int x, int y, int excluded, int[] others, int from, int to) {
    if (from == to && found[i] != UNKNOWN) {
      owner = found[i];
      metres = metresFound[i];
      return;
    }
    if (found[i] == UNKNOWN) {
      tiles.find(open[i], x, y, excluded, others, from, to);
    } else {
      tiles.search(x, y, excluded, others, from, to);
    }
    owner = tiles.owner();
    metres = tiles.metres();
  }

  private void reserve(int count) {
    if (found.length < count) {
      found = new int[count];
      metresFound = new double[count];
      open = new int[count];
      openX = new int[count];
      openY = Arrays.copyOf(openX, count);
    }
  }
}
