package org.gridwright.core.locate;

import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * One square of a tile and the edges that can be nearest somewhere in it; see {@link
 * NearTileBuilder} for the proof. Edges are {@code run << 32 | point}, the point being the one at
 * the edge's end. For one thread.
 */
final class SquareRivals {

  /** In place of a point: the whole run. No edge ends at a run's first point. */
  private static final int RUN = 0;

  /** The owner is not the same throughout, or not known. */
  static final int ANY = -1;

  private static final double LEAST_DIFFERENCE = 4e-6;
  private static final double TOUCHING = 1.02;

  /** Share of the flat limit within which the plane is used. */
  private static final double TRUSTED = 0.5;

  private static final double FLAT_ERROR = 0.05;
  private static final double FAR = 32;

  private final EdgeRuns runs;

  /** Where the square lies. */
  final SquarePlane plane;

  private final RivalSearch search;

  private long[] edges = new long[64];
  private long[] whole = new long[64];
  private double[] metres = new double[64];
  private double[] offsetX = new double[64];
  private double[] offsetY = new double[64];
  private int size;
  private int owner = ANY;
  private boolean isolated;

  /** Metres to the rival from each corner: south-west, south-east, north-west, north-east. */
  private final double[] limit = new double[4];

  /** Metres to the rival that counts for the only owner of the first one. */
  private final double[] secondLimit = new double[4];

  /** Metres from the middle beyond which nothing can win. */
  private double farthest;

  /** The only owner of the first rival; edges of nobody else are held against that one alone. */
  private int only = ANY;

  SquareRivals(EdgeRuns runs) {
    this.runs = runs;
    this.plane = new SquarePlane(runs);
    this.search = new RivalSearch(runs, plane);
  }

  int size() {
    return size;
  }

  /** The owner of every point of the square; {@link #ANY} where that is not known. */
  int owner() {
    return owner;
  }

  /** Copies the edges to a list, a longer one where need be. */
  long[] copyTo(long[] list) {
    long[] to = list.length < size ? new long[2 * size] : list;
    System.arraycopy(edges, 0, to, 0, size);
    return to;
  }

  /** Takes edges, or whole runs, to choose from. */
  void load(long[] list, int count) {
    size = 0;
    for (int i = 0; i < count; i++) {
      add(list[i]);
    }
  }

  private void add(long edge) {
    int k = (int) edge;
    add(edge, k == RUN ? plane.metresToBox((int) (edge >>> 32)) : plane.metres(k));
  }

  /** Adds what was measured last. */
  private void add(long edge, double distance) {
    if (size == edges.length) {
      edges = Arrays.copyOf(edges, 2 * size);
      metres = Arrays.copyOf(metres, 2 * size);
      offsetX = Arrays.copyOf(offsetX, 2 * size);
      offsetY = Arrays.copyOf(offsetY, 2 * size);
    }
    metres[size] = distance;
    offsetX[size] = plane.nearestX();
    offsetY[size] = plane.nearestY();
    edges[size++] = edge;
  }

  /**
   * Whether the square is so small for its distance from all edges that a smaller one is no help.
   */
  boolean isFar() {
    return size > 0 && isolated;
  }

  /** Whether whole runs are left. */
  boolean hasRuns() {
    return size > 0 && (int) edges[0] == RUN;
  }

  /** Takes the edges of the runs that are left instead of these, and leaves those that can win. */
  void expand() {
    int count = size;
    whole = copyTo(whole);
    size = 0;
    for (int i = 0; i < count; i++) {
      int run = (int) (whole[i] >>> 32);
      for (int k = runs.start[run] + 1; k < runs.start[run + 1]; k++) {
        double there = plane.metres(k);
        if (canWin(run, there, plane.nearestX(), plane.nearestY())) {
          add(((long) run << 32) | k, there);
        }
      }
    }
  }

  /**
   * Leaves what can be nearest, of all that was taken.
   *
   * @param known the owner of the square around; {@link #ANY} where that is not known
   * @param there tells the owner of a point of the square
   */
  void filter(int known, IntSupplier there) {
    owner = known;
    double nearest = nearest(known);
    isolated =
        nearest > FAR * Math.sqrt(plane.halfX() * plane.halfX() + plane.halfY() * plane.halfY());
    if (known == ANY && !touches(nearest)) {
      owner = there.getAsInt();
      nearest = nearest(owner);
    }
    long rival = search.edge();
    only =
        owner == ANY && search.metres() < Double.POSITIVE_INFINITY ? search.onlyOwner(rival) : ANY;
    if (only != ANY) {
      nearest = nearest(only);
    }
    if (nearest == Double.POSITIVE_INFINITY) {
      size = owner == ANY ? size : 0;
    } else {
      setLimits(rival, search.edge());
      keep();
    }
  }

  /**
   * Chooses a rival among those that count without an owner: the nearest edge, or the nearest of
   * the run whose rectangle is. Returns the metres that nothing of it all is nearer than.
   */
  private double nearest(int excluded) {
    double least = Double.POSITIVE_INFINITY;
    int nearest = -1;
    for (int i = 0; i < size; i++) {
      if (metres[i] < least && runs.counts((int) (edges[i] >>> 32), excluded)) {
        least = metres[i];
        nearest = i;
      }
    }
    if (nearest < 0) {
      search.none();
    } else if ((int) edges[nearest] == RUN) {
      search.one((int) (edges[nearest] >>> 32), excluded);
    } else {
      search.is(edges[nearest], least);
    }
    return least;
  }

  private void keep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (canWin((int) (edges[i] >>> 32), metres[i], offsetX[i], offsetY[i])) {
        edges[kept++] = edges[i];
      }
    }
    size = kept;
  }

  /**
   * Gathers the runs with edges that can be nearest in the square of the tile itself.
   *
   * @param side of the tile in steps
   * @return false where the plane is not to be trusted that far, or there is no rival
   */
  boolean collect(double side, IntSupplier there) {
    plane.moveTo(0, 0, side);
    size = 0;
    owner = ANY;
    isolated = false;
    double nearest = search.all(ANY);
    if (nearest == Double.POSITIVE_INFINITY) {
      return false;
    }
    if (!touches(nearest)) {
      owner = there.getAsInt();
      nearest = search.all(owner);
    }
    long rival = search.edge();
    only = owner == ANY ? search.onlyOwner(rival) : ANY;
    if (only != ANY) {
      nearest = search.all(only);
    }
    if (nearest == Double.POSITIVE_INFINITY || !setLimits(rival, search.edge())) {
      return false;
    }
    gather(runs.root());
    return true;
  }

  private boolean touches(double least) {
    return least <= TOUCHING * Math.hypot(plane.halfX(), plane.halfY()) + 0.01;
  }

  /** Sets the limits by two rivals, the second for those whom the first does not count for. */
  private boolean setLimits(long rival, long second) {
    double most = 0;
    for (int corner = 0; corner < 4; corner++) {
      limit[corner] = plane.fromCorner(corner, (int) rival);
      secondLimit[corner] =
          rival == second ? limit[corner] : plane.fromCorner(corner, (int) second);
      most = Math.max(most, Math.max(limit[corner], secondLimit[corner]));
    }
    double way = 2 * most + plane.row().reach();
    double widened = 1 + 3 * FLAT_ERROR * way / plane.row().flatLimit();
    for (int corner = 0; corner < 4; corner++) {
      limit[corner] = limit[corner] * widened + LEAST_DIFFERENCE;
      secondLimit[corner] = secondLimit[corner] * widened + LEAST_DIFFERENCE;
    }
    farthest = most * widened + LEAST_DIFFERENCE + plane.halfX() + plane.halfY();
    return way <= TRUSTED * plane.row().flatLimit();
  }

  /** Whether a run, or an edge of it, whose nearest place lies at an offset can win. */
  private boolean canWin(int run, double distance, double east, double north) {
    return distance <= farthest
        && runs.counts(run, owner)
        && (canWin(limit, distance, east, north)
            || (only != ANY
                && runs.counts(run, only)
                && canWin(secondLimit, distance, east, north)));
  }

  private boolean canWin(double[] most, double distance, double east, double north) {
    if (distance <= 0) {
      return true;
    }
    double slopeX = east / distance * plane.halfX();
    double slopeY = north / distance * plane.halfY();
    return distance + slopeX + slopeY <= most[0]
        || distance - slopeX + slopeY <= most[1]
        || distance + slopeX - slopeY <= most[2]
        || distance - slopeX - slopeY <= most[3];
  }

  private void gather(int node) {
    double box = plane.metresToBox(node);
    if (node >= runs.runs()) {
      if (!canWin(limit, box, plane.nearestX(), plane.nearestY())
          && !canWin(secondLimit, box, plane.nearestX(), plane.nearestY())) {
        return;
      }
      int to = runs.children[node - runs.runs() + 1];
      for (int child = runs.children[node - runs.runs()]; child < to; child++) {
        gather(child);
      }
    } else if (canWin(node, box, plane.nearestX(), plane.nearestY())) {
      add(((long) node << 32) | RUN, box);
    }
  }
}
