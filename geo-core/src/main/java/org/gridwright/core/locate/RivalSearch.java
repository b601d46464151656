package org.gridwright.core.locate;

/**
 * Finds the edge that is nearest to the middle of a square, of those that count: an edge counts
 * without an owner where it is also somebody else's. For one thread; the last result stays until
 * the next search.
 */
final class RivalSearch {

  private final EdgeRuns runs;
  private final SquarePlane plane;
  private double best;
  private long bestEdge;

  RivalSearch(EdgeRuns runs, SquarePlane plane) {
    this.runs = runs;
    this.plane = plane;
  }

  /** Metres to the edge that was found; infinity where there is none. */
  double metres() {
    return best;
  }

  /** The edge that was found, as {@code run << 32 | point}; the one before where there is none. */
  long edge() {
    return bestEdge;
  }

  /** There is none. */
  void none() {
    best = Double.POSITIVE_INFINITY;
  }

  /** It is known already. */
  void is(long edge, double metres) {
    best = metres;
    bestEdge = edge;
  }

  /** Searches the edges of one run. */
  void one(int run, int excluded) {
    best = Double.POSITIVE_INFINITY;
    bestEdge = (long) run << 32;
    searchRun(run, excluded);
  }

  /** Searches all edges; returns the metres to the one found. */
  double all(int excluded) {
    best = Double.POSITIVE_INFINITY;
    if (runs.root() >= 0) {
      search(runs.root(), excluded);
    }
    return best;
  }

  /** The one grid that an edge belongs to; {@link SquareRivals#ANY} where these are two. */
  int onlyOwner(long edge) {
    int run = (int) (edge >>> 32);
    int first = runs.first[run];
    int second = runs.second[run];
    return first != 0 && second != 0 && first != second
        ? SquareRivals.ANY
        : Math.max(first, second);
  }

  private void search(int node, int excluded) {
    if (node < runs.runs()) {
      searchRun(node, excluded);
      return;
    }
    int from = runs.children[node - runs.runs()];
    int to = runs.children[node - runs.runs() + 1];
    int closest = from;
    double least = Double.POSITIVE_INFINITY;
    for (int child = from; child < to; child++) {
      double box = plane.metresToBox(child);
      if (box < least) {
        least = box;
        closest = child;
      }
    }
    if (least < best) {
      search(closest, excluded);
    }
    for (int child = from; child < to; child++) {
      if (child != closest && plane.metresToBox(child) < best) {
        search(child, excluded);
      }
    }
  }

  private void searchRun(int run, int excluded) {
    if (runs.counts(run, excluded)) {
      for (int k = runs.start[run] + 1; k < runs.start[run + 1]; k++) {
        double there = plane.metres(k);
        if (there < best) {
          best = there;
          bestEdge = ((long) run << 32) | k;
        }
      }
    }
  }
}
