package org.gridwright.core.locate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what {@link NearestSearch} finds, and the same to the last bit, for points that one grid
 * alone holds and that lie within some hundred metres of another one, among the few edges that
 * {@link GridBorders} lists. For many points, one after another, on one thread; allocates nothing.
 *
 * <p>Distances are told by the scale of the latitude half-way, which leaves a {@linkplain
 * LatitudeBand#doubt doubt}; where it leaves two micrometres open, {@link Vicinity} is asked.
 */
final class BorderSearch {

  /** Farther edges are not measured here. */
  private static final double MOST_METRES = 500;

  /** Nearer to a pole than where the flat limit is less, nothing is measured here. */
  private static final double LEAST_LIMIT = 45_000;

  private static final double LEAST_DIFFERENCE = 2e-6;

  /** A step and a little more: so near a junction a third grid may be as near, to a micrometre. */
  private static final double BESIDE_END = 0.02;

  private final GridBorders borders;
  private final EdgeRuns runs;
  private final BorderAhead ahead;
  private final JunctionGrids junction;
  private final Vicinity vicinity = new Vicinity();

  private int x;
  private int y;
  private int grid;
  private LatitudeBand band = LatitudeBand.from(0);
  private double dy;
  private double east;
  private double north;

  /** The entries scanned, and the squares of all their edges one after another. */
  private int[] scanned = new int[32];

  private double[] squares = new double[128];
  private int runsScanned;
  private int edgesScanned;
  private double keepSquare;

  private double metres;
  private double along;
  private double length;
  private int owner;
  private long micrometres;

  /**
   * @param ahead is asked how far the rectangles of runs are
   */
  BorderSearch(GridBorders borders, BorderAhead ahead) {
    this.borders = borders;
    this.ahead = ahead;
    this.runs = borders.runs;
    this.junction = new JunctionGrids(borders);
  }

  /** The owner id found last. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to what was found last, in whole micrometres. */
  double metres() {
    return micrometres / 1e6;
  }

  /**
   * Finds the nearest other grid of a point that a grid holds, alone or not at all contested.
   *
   * @return false where that has to be searched in another way
   */
  boolean find(int pointX, int pointY, int holder) {
    ahead.clear();
    ahead.add(pointX, pointY, holder);
    return find(0, pointX, pointY, holder);
  }

  /**
   * As above, for a point that was looked at.
   *
   * @param i its number among those {@linkplain BorderAhead#add looked at}, from 0
   */
  boolean find(int i, int pointX, int pointY, int holder) {
    @Nullable LatitudeBand there = borders.band(pointY);
    int from = borders.from(holder);
    if (from == borders.to(holder) || there == null || there.flatLimit < LEAST_LIMIT) {
      return false;
    }
    x = pointX;
    y = pointY;
    grid = holder;
    band = there;
    dy = pointY - band.middle;
    east = band.east(dy);
    north = band.north(dy);
    keepSquare = MOST_METRES * MOST_METRES;
    runsScanned = 0;
    edgesScanned = 0;
    scanAll(i, from);
    return measureNearest();
  }

  /** Scans the run whose rectangle is nearest, then the others that may have something nearer. */
  private void scanAll(int i, int from) {
    int first = ahead.from(i);
    int count = ahead.from(i + 1) - first;
    int nearest = ahead.nearest(i);
    scan(from + GridBorders.STRIDE * nearest);
    for (int k = 0; k < count; k++) {
      if (ahead.square(first + k) <= keepSquare && k != nearest) {
        scan(from + GridBorders.STRIDE * k);
      }
    }
  }

  /**
   * Writes down the squares of a run's edges. Without branches but for the count: which edge is the
   * nearest cannot be foreseen, and a wrong guess costs as much as three edges.
   */
  private void scan(int position) {
    int[] xy = runs.xy;
    int first = borders.first(position);
    int last = borders.last(position);
    reserve(last - first);
    scanned[runsScanned++] = position;
    double bx = ((double) xy[2 * first] - x) * east;
    double by = ((double) xy[2 * first + 1] - y) * north;
    long least = Long.MAX_VALUE;
    for (int k = first + 1; k <= last; k++) {
      double dx = -bx;
      double dn = -by;
      double ax = bx;
      double ay = by;
      bx = ((double) xy[2 * k] - x) * east;
      by = ((double) xy[2 * k + 1] - y) * north;
      dx += bx;
      dn += by;
      double t = clamp(-(ax * dx + ay * dn) / (dx * dx + dn * dn));
      double ex = ax + t * dx;
      double ny = ay + t * dn;
      double square = ex * ex + ny * ny;
      squares[edgesScanned++] = square;
      least = Math.min(least, Double.doubleToRawLongBits(square));
    }
    double square = Double.longBitsToDouble(least);
    if (square < keepSquare) {
      double away = Math.sqrt(square);
      double keep = away * (1 + 0.075 * away / band.flatLimit) + LEAST_DIFFERENCE;
      keepSquare = Math.min(keepSquare, keep * keep);
    }
  }

  private void reserve(int edges) {
    if (runsScanned == scanned.length) {
      scanned = Arrays.copyOf(scanned, 2 * scanned.length);
    }
    if (edgesScanned + edges > squares.length) {
      squares = Arrays.copyOf(squares, 2 * squares.length);
    }
  }

  /** Measures the edges that may be the nearest; false where one is unsure, or none is near. */
  private boolean measureNearest() {
    micrometres = Long.MAX_VALUE;
    for (int i = 0, at = 0; i < runsScanned; i++) {
      int position = scanned[i];
      int first = borders.first(position);
      int end = at + borders.last(position) - first;
      for (int k = first + 1; at < end; at++, k++) {
        if (squares[at] <= keepSquare && !keep(position, k)) {
          return false;
        }
      }
    }
    return micrometres != Long.MAX_VALUE;
  }

  /** Measures an edge, and keeps it where it is nearer; false where it does not decide. */
  private boolean keep(int position, int k) {
    if (borders.isUnsure(position)) {
      return false;
    }
    measure(k);
    int other = other(position, k);
    if (other == Locator.NOBODY) {
      return false;
    }
    long rounded = rounded(k);
    if (rounded < micrometres || (rounded == micrometres && other < owner)) {
      micrometres = rounded;
      owner = other;
    }
    return true;
  }

  /**
   * Measures the edge that ends at a point: the nearest place in the plane, moved by one step of
   * Newton's method in the scale half-way to it, which changes with the place.
   */
  private void measure(int k) {
    int[] xy = runs.xy;
    double ax = (double) xy[2 * k - 2] - x;
    double ay = (double) xy[2 * k - 1] - y;
    double dx = (double) xy[2 * k] - xy[2 * k - 2];
    double dn = (double) xy[2 * k + 1] - xy[2 * k - 1];
    double de = dx * east;
    double du = dn * north;
    double t = clamp(-(ax * east * de + ay * north * du) / (de * de + du * du));
    double half = dy + (ay + t * dn) / 2;
    double eastHalf = band.east(half);
    double northHalf = band.north(half);
    double px = (ax + t * dx) * eastHalf;
    double py = (ay + t * dn) * northHalf;
    de = dx * eastHalf;
    du = dn * northHalf;
    length = de * de + du * du;
    along = clamp(t - (px * de + py * du + px * px * band.eastGain() * dn / 2) / length);
    half = dy + (ay + along * dn) / 2;
    metres = band.metres((ax + along * dx) * band.east(half), (ay + along * dn) * band.north(half));
  }

  /**
   * The grid with the smallest id that the edge measured last has at its nearest place; {@link
   * Locator#NOBODY} where that cannot be told.
   */
  private int other(int position, int k) {
    int beyond = borders.beyond(position);
    if (k == borders.first(position) + 1 && along * along * length < BESIDE_END * BESIDE_END) {
      return along > 0 ? Locator.NOBODY : junction.least(k - 1, grid, beyond);
    }
    double left = 1 - along;
    if (k == borders.last(position) && left * left * length < BESIDE_END * BESIDE_END) {
      return left > 0 ? Locator.NOBODY : junction.least(k, grid, beyond);
    }
    return beyond;
  }

  /** Whole micrometres of what was measured last. */
  private long rounded(int k) {
    double exact = 1e6 * metres;
    double whole = Math.floor(exact);
    if (Math.abs(exact - whole - 0.5) > 1e6 * band.doubt(metres)) {
      return (long) (exact + 0.5);
    }
    vicinity.moveTo(x, y);
    int a = runs.forward(k) ? 2 * k - 2 : 2 * k;
    int b = 4 * k - 2 - a;
    int[] xy = runs.xy;
    return Math.round(1e6 * vicinity.metres(xy[a], xy[a + 1], xy[b], xy[b + 1]));
  }

  private static double clamp(double t) {
    return Math.max(0, Math.min(1, t));
  }
}
