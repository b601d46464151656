package org.gridwright.core.locate;

import java.util.Arrays;

/**
 * Finds what {@link NearestSearch} finds, and the same to the last bit, by the lists of {@link
 * NearTiles}: in the plane of the tile's row the few edges that could be nearest are told from the
 * others, and those that its error could reorder are measured on the ellipsoid. For many points,
 * one after another, on one thread.
 */
final class TileSearch {

  private static final double LEAST_DIFFERENCE = 2e-6;

  private final NearTiles tiles;
  private final EdgeRuns runs;
  private final NearTileBuilder builder;
  private final NearestSearch tree;
  private final Vicinity vicinity = new Vicinity();
  private int[][] tileOf = {};
  private int[] listOf = {};
  private int[] headOf = {};

  private TileRow row = TileRow.at(0, 1);
  private double east;
  private int[] found = new int[32];
  private double[] foundSquare = new double[16];
  private int founds;
  private double leastSquare;
  private double keepSquare;

  private int owner;
  private double metres;

  TileSearch(NearTiles tiles) {
    this.tiles = tiles;
    this.runs = tiles.runs;
    this.builder = new NearTileBuilder(runs);
    this.tree = new NearestSearch(runs);
  }

  /** The owner id found last; {@link Locator#NOBODY} where there was none. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to what was found last, in whole micrometres; 0 where there was none. */
  double metres() {
    return metres;
  }

  /**
   * Looks up where the lists of many points are, in stages, so that the waits for memory overlap.
   * {@link #find} then answers them one after another.
   */
  void prepare(int[] x, int[] y, int count) {
    if (tileOf.length < count) {
      tileOf = new int[count][];
      listOf = new int[count];
      headOf = new int[count];
    }
    for (int i = 0; i < count; i++) {
      int index = tiles.indexOf(x[i], y[i]);
      tileOf[i] = index < 0 ? NearTiles.NONE : tiles.make(index, builder);
    }
    for (int i = 0; i < count; i++) {
      listOf[i] = tiles.list(tileOf[i], x[i], y[i]);
    }
    for (int i = 0; i < count; i++) {
      int entry = listOf[i] == 0 ? 0 : tileOf[i][listOf[i]];
      headOf[i] = runs.start[(entry >>> 6) & (NearTiles.MOST_RUNS - 1)];
    }
    for (int i = 0; i < count; i++) {
      headOf[i] = runs.xy.length == 0 ? 0 : runs.xy[2 * headOf[i]];
    }
  }

  /**
   * Finds the nearest other grid as {@link NearestSearch} does, for point {@code i} of those
   * prepared.
   */
  void find(int i, int x, int y, int excluded, int[] others, int from, int to) {
    if (from < to || listOf[i] == 0 || !findInList(tileOf[i], listOf[i], x, y, excluded)) {
      search(x, y, excluded, others, from, to);
    }
  }

  /** Finds the nearest other grid of any point in the tree. */
  void search(int x, int y, int excluded, int[] others, int from, int to) {
    tree.find(x, y, excluded, others, from, to);
    owner = tree.owner();
    metres = tree.metres();
  }

  private boolean findInList(int[] tile, int list, int x, int y, int excluded) {
    row = tiles.scales(y);
    east = row.east() + (y - row.middle()) * row.eastSlope();
    founds = 0;
    leastSquare = Double.POSITIVE_INFINITY;
    keepSquare = Double.POSITIVE_INFINITY;
    int at = list;
    int entry;
    do {
      entry = tile[at++];
      int run = (entry >>> 6) & (NearTiles.MOST_RUNS - 1);
      int first = runs.start[run] + 1 + ((entry >>> 3) & 7);
      scan(run, first, first + (entry & 7), x, y, excluded);
    } while (entry >= 0);
    return founds > 0 && measureFound(x, y, excluded);
  }

  /** Keeps those of some edges of a run that may be the nearest, as far as is known by then. */
  private void scan(int run, int first, int last, int x, int y, int excluded) {
    int[] xy = runs.xy;
    double north = row.north();
    double bx = ((double) xy[2 * first - 2] - x) * east;
    double by = ((double) xy[2 * first - 1] - y) * north;
    for (int k = first; k <= last; k++) {
      double ax = bx;
      double ay = by;
      bx = ((double) xy[2 * k] - x) * east;
      by = ((double) xy[2 * k + 1] - y) * north;
      double dx = bx - ax;
      double dy = by - ay;
      double length = dx * dx + dy * dy;
      double cross = ax * dy - ay * dx;
      if (cross * cross <= keepSquare * length) {
        double along = -(ax * dx + ay * dy);
        double square =
            along <= 0
                ? ax * ax + ay * ay
                : along >= length ? bx * bx + by * by : cross * cross / length;
        if (square <= keepSquare && runs.counts(run, excluded)) {
          keep(run, k, square);
        }
      }
    }
  }

  private void keep(int run, int k, double square) {
    if (founds == found.length / 2) {
      found = Arrays.copyOf(found, 2 * found.length);
      foundSquare = Arrays.copyOf(foundSquare, found.length);
    }
    found[2 * founds] = run;
    found[2 * founds + 1] = k;
    foundSquare[founds++] = square;
    if (square < leastSquare) {
      leastSquare = square;
      double least = Math.sqrt(square);
      double error = 0.075 * least / row.flatLimit() + 3 * row.spread();
      double keep = least * (1 + error) + LEAST_DIFFERENCE;
      keepSquare = Math.min(keepSquare, keep * keep);
    }
  }

  private boolean measureFound(int x, int y, int excluded) {
    vicinity.moveTo(x, y);
    long best = Long.MAX_VALUE;
    for (int i = 0; i < founds; i++) {
      if (foundSquare[i] <= keepSquare) {
        int candidate = smallestCounted(found[2 * i], excluded);
        long micrometres = Math.round(1e6 * measure(found[2 * i + 1]));
        if (micrometres < best || (micrometres == best && candidate < owner)) {
          best = micrometres;
          owner = candidate;
        }
      }
    }
    metres = best / 1e6;
    return true;
  }

  private double measure(int k) {
    int a = runs.forward(k) ? 2 * k - 2 : 2 * k;
    int b = 4 * k - 2 - a;
    int[] xy = runs.xy;
    return vicinity.metres(xy[a], xy[a + 1], xy[b], xy[b + 1]);
  }

  private int smallestCounted(int run, int excluded) {
    int a = runs.first[run];
    int b = runs.second[run];
    if (a == 0 || a == excluded) {
      return b;
    }
    return b == 0 || b == excluded ? a : Math.min(a, b);
  }
}
