package org.gridwright.core.locate;

import java.util.Arrays;

/**
 * Finds the nearest other grids of many points at a time: by the border of the grid that holds a
 * point, where that decides; else by the tiles. Both give the same to the last bit. For one thread.
 */
final class RunnerUpSearch {

  private static final int UNKNOWN = -1;
  private static final int BUCKET_BITS = 10;

  private final BorderAhead ahead;
  private final BorderSearch border;
  private final TileSearch tiles;

  private final int bucketShift;
  private final int[] bucketEnd;
  private int[] order = {};
  private int[] found = {};
  private double[] metresFound = {};

  /** Where the tiles have a point, of those that the borders left open. */
  private int[] open = {};

  private int[] openX = {};
  private int[] openY = {};
  private int owner;
  private double metres;

  RunnerUpSearch(GridBorders borders, NearTiles tiles) {
    this.ahead = new BorderAhead(borders);
    this.border = new BorderSearch(borders, ahead);
    this.tiles = new TileSearch(tiles);
    int bits = 32 - Integer.numberOfLeadingZeros(borders.runs.owners);
    this.bucketShift = Math.max(0, bits - BUCKET_BITS);
    this.bucketEnd = new int[1 << Math.min(bits, BUCKET_BITS)];
  }

  /** The owner id found last; {@link Locator#NOBODY} where there was none. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to what was found last, in whole micrometres; 0 where there was none. */
  double metres() {
    return metres;
  }

  /** Takes points and their contacts at [0, count); {@link #find} then answers them. */
  void prepare(int[] x, int[] y, int[] contacts, int count) {
    reserve(count);
    sort(contacts, count);
    int left = 0;
    for (int from = 0; from < count; from += BorderAhead.MOST) {
      int to = Math.min(count, from + BorderAhead.MOST);
      look(x, y, contacts, from, to);
      for (int j = from; j < to; j++) {
        int i = order[j];
        int holder = CellStages.owner(contacts[i]);
        if (holder != Locator.NOBODY && border.find(j - from, x[i], y[i], holder)) {
          found[i] = border.owner();
          metresFound[i] = border.metres();
        } else {
          found[i] = UNKNOWN;
          open[i] = left;
          openX[left] = x[i];
          openY[left++] = y[i];
        }
      }
    }
    tiles.prepare(openX, openY, left);
  }

  /** Looks at the borders of some points, stage by stage. */
  private void look(int[] x, int[] y, int[] contacts, int from, int to) {
    for (int j = from; j < to; j++) {
      ahead.touch(CellStages.owner(contacts[order[j]]));
    }
    ahead.clear();
    for (int j = from; j < to; j++) {
      int i = order[j];
      ahead.add(x[i], y[i], CellStages.owner(contacts[i]));
    }
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

  /**
   * Puts points in the order of their owners, roughly: owners with near numbers mostly lie near one
   * another, and so does in memory what is known of them.
   */
  private void sort(int[] contacts, int count) {
    Arrays.fill(bucketEnd, 0);
    for (int i = 0; i < count; i++) {
      bucketEnd[CellStages.owner(contacts[i]) >> bucketShift]++;
    }
    int end = 0;
    for (int bucket = 0; bucket < bucketEnd.length; bucket++) {
      int size = bucketEnd[bucket];
      bucketEnd[bucket] = end;
      end += size;
    }
    for (int i = 0; i < count; i++) {
      order[bucketEnd[CellStages.owner(contacts[i]) >> bucketShift]++] = i;
    }
  }

  private void reserve(int count) {
    if (found.length < count) {
      order = new int[count];
      found = new int[count];
      metresFound = new double[count];
      open = new int[count];
      openX = new int[count];
      openY = Arrays.copyOf(openX, count);
    }
  }
}
