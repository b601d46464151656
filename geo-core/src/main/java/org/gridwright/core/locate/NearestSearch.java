package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds the grid nearest to a point, by geodesic distance to its boundary, to the micrometre; among
 * equally near ones the smallest owner id. Used for many points, one after another, on one thread,
 * without allocating for points within some kilometres of an edge.
 *
 * <p>Where the nearest edge lies within {@link Vicinity#flatLimit}, the tree is searched in the
 * plane of the point's own scale, and edges that the plane's error could reorder are measured on
 * the ellipsoid. Anywhere else {@link FarSearch} answers; it knows poles and the antimeridian.
 */
final class NearestSearch {

  private static final double TURN = 3.6e9;
  private static final double LEAST_DIFFERENCE = 2e-6;

  /**
   * Share of the flat limit that no edge beyond the reach of a search in the plane can be within.
   */
  private static final double SURELY_NEAR = 0.5;

  private final EdgeRuns runs;
  private final Vicinity vicinity = new Vicinity();
  private final int[] stack;
  private final double[] stackSquare;
  private int waiting;
  private int[] found = new int[32];
  private double[] foundSquare = new double[16];
  private int founds;
  private double leastSquare;
  private double keepSquare;

  private int excluded;
  private int[] others = new int[0];
  private int othersFrom;
  private int othersTo;

  private int owner;
  private double metres;

  private boolean farKnown;
  private int farX;
  private int farY;

  NearestSearch(EdgeRuns runs) {
    this.runs = runs;
    this.stack = new int[runs.stackSize()];
    this.stackSquare = new double[stack.length];
  }

  /** The owner id found last; {@link Locator#NOBODY} where there was none. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to what was found last, in whole micrometres; 0 where there was none. */
  double metres() {
    return metres;
  }

  /** What was found last as an object. */
  Optional<Placement.RunnerUp> runnerUp() {
    return owner == Locator.NOBODY
        ? Optional.empty()
        : Optional.of(new Placement.RunnerUp(owner, metres));
  }

  /** Metres to the nearest edge of any grid; empty where there is none. */
  OptionalDouble boundaryMetres(int x, int y) {
    find(x, y, Locator.NOBODY, others, 0, 0);
    return owner == Locator.NOBODY ? OptionalDouble.empty() : OptionalDouble.of(metres);
  }

  /**
   * Finds the nearest grid but for one owner and those in {@code [from, to)} of {@code others}.
   *
   * @param excluded owner id that does not count; {@link Locator#NOBODY} for none
   * @param others ascending owner ids that do not count either
   */
  void find(int x, int y, int excluded, int[] others, int from, int to) {
    find(x, y, excluded, others, from, to, Double.POSITIVE_INFINITY);
  }

  /**
   * As above, for who knows a grid at some distance already and asks only for nearer ones.
   *
   * @param known metres; nothing may be found where every grid that counts is farther away
   */
  void find(int x, int y, int excluded, int[] others, int from, int to, double known) {
    boolean plain = excluded == Locator.NOBODY && from == to;
    if (plain && farKnown && x == farX && y == farY) {
      return;
    }
    farKnown = false;
    this.excluded = excluded;
    this.others = others;
    this.othersFrom = from;
    this.othersTo = to;
    owner = Locator.NOBODY;
    metres = 0;
    if (Math.max(excluded == Locator.NOBODY ? 0 : 1, to - from) >= runs.owners || runs.root() < 0) {
      return;
    }
    vicinity.moveTo(x, y);
    boolean around = mayMeetItselfAround();
    if (!around && findNear()) {
      return;
    }
    if (around || known > SURELY_NEAR * vicinity.flatLimit) {
      FarSearch far = new FarSearch(runs, this::counted, x, y);
      owner = far.owner();
      metres = far.metres();
      farKnown = plain;
      farX = x;
      farY = y;
    }
  }

  /** Whether an edge may be near across the antimeridian. */
  private boolean mayMeetItselfAround() {
    int root = 4 * runs.root();
    double reach = 1.1 * vicinity.flatLimit;
    double west = runs.boxes[root];
    double east = runs.boxes[root + 2];
    return (vicinity.x() + TURN - east) * vicinity.metresEast < reach
        || (west - (vicinity.x() - TURN)) * vicinity.metresEast < reach;
  }

  private boolean findNear() {
    double limit = 0.9 * vicinity.flatLimit;
    founds = 0;
    keepSquare = limit * limit;
    leastSquare = keepSquare;
    waiting = 0;
    push(runs.root(), 0, 0);
    while (waiting > 0) {
      int node = stack[--waiting];
      if (stackSquare[waiting] <= keepSquare) {
        if (node < runs.runs()) {
          scan(node);
        } else {
          expand(node - runs.runs());
        }
      }
    }
    measureFound();
    return owner != Locator.NOBODY;
  }

  /** Puts the children that may matter on the stack, the nearest on top. */
  private void expand(int inner) {
    int base = waiting;
    int end = runs.children[inner + 1];
    for (int child = runs.children[inner]; child < end; child++) {
      double square = boxSquare(4 * child);
      if (square <= keepSquare) {
        push(child, square, base);
      }
    }
  }

  /** Inserts a node below those nearer, above {@code base}. */
  private void push(int node, double square, int base) {
    int at = waiting++;
    while (at > base && stackSquare[at - 1] < square) {
      stack[at] = stack[at - 1];
      stackSquare[at] = stackSquare[at - 1];
      at--;
    }
    stack[at] = node;
    stackSquare[at] = square;
  }

  private double boxSquare(int at) {
    int[] boxes = runs.boxes;
    double east = Math.max(0, Math.max(boxes[at] - vicinity.x(), vicinity.x() - boxes[at + 2]));
    double north =
        Math.max(0, Math.max(boxes[at + 1] - vicinity.y(), vicinity.y() - boxes[at + 3]));
    east *= vicinity.metresEast;
    north *= vicinity.metresNorth;
    return east * east + north * north;
  }

  private void scan(int run) {
    if (!counted(runs.first[run]) && !counted(runs.second[run])) {
      return;
    }
    int[] xy = runs.xy;
    for (int k = runs.start[run] + 1; k < runs.start[run + 1]; k++) {
      double square = vicinity.flatSquare(xy[2 * k - 2], xy[2 * k - 1], xy[2 * k], xy[2 * k + 1]);
      if (square <= keepSquare) {
        keep(run, k, square);
      }
    }
  }

  private void keep(int run, int k, double square) {
    if (founds == foundSquare.length) {
      found = Arrays.copyOf(found, 4 * founds);
      foundSquare = Arrays.copyOf(foundSquare, 2 * founds);
    }
    found[2 * founds] = run;
    found[2 * founds + 1] = k;
    foundSquare[founds++] = square;
    if (square < leastSquare) {
      leastSquare = square;
      double least = Math.sqrt(square);
      double keep = least * (1 + 0.075 * least / vicinity.flatLimit) + LEAST_DIFFERENCE;
      keepSquare = Math.min(keepSquare, keep * keep);
    }
  }

  private void measureFound() {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < founds; i++) {
      if (foundSquare[i] <= keepSquare) {
        int run = found[2 * i];
        long micrometres = Math.round(1e6 * measure(found[2 * i + 1]));
        int candidate = smallestCounted(run);
        if (micrometres < best || (micrometres == best && candidate < owner)) {
          best = micrometres;
          owner = candidate;
          metres = best / 1e6;
        }
      }
    }
  }

  private double measure(int k) {
    int a = runs.forward(k) ? 2 * k - 2 : 2 * k;
    int b = 4 * k - 2 - a;
    int[] xy = runs.xy;
    return vicinity.metres(xy[a], xy[a + 1], xy[b], xy[b + 1]);
  }

  private int smallestCounted(int run) {
    int a = runs.first[run];
    int b = runs.second[run];
    if (!counted(a)) {
      return b;
    }
    return counted(b) ? Math.min(a, b) : a;
  }

  private boolean counted(int id) {
    if (id == Locator.NOBODY || id == excluded) {
      return false;
    }
    for (int i = othersFrom; i < othersTo; i++) {
      if (others[i] == id) {
        return false;
      }
    }
    return true;
  }
}
