package org.gridwright.core.locate;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.measure.Geodesy;

/**
 * Finds the grid nearest to a point anywhere on Earth, by geodesics alone: poles and the
 * antimeridian are no special cases. Serves one query, on one thread, in some hundred microseconds.
 *
 * <p>Branch and bound: no place of a rectangle or an edge is nearer than its middle less its {@link
 * #reach}, because geodesic distance obeys the triangle inequality.
 */
final class FarSearch {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double ROUNDING = 1e-6;

  private final EdgeRuns runs;
  private final IntPredicate counted;
  private final double px;
  private final double py;
  private double least = Double.POSITIVE_INFINITY;
  private int owner = Locator.NOBODY;
  private long micrometres = Long.MAX_VALUE;

  private record Entry(int node, double bound) {}

  /**
   * @param counted tells owner ids, 0 among them, that count
   */
  FarSearch(EdgeRuns runs, IntPredicate counted, int x, int y) {
    double pole = 90.0 * Lattice.STEPS_PER_DEGREE;
    this.runs = runs;
    this.counted = counted;
    this.px = x;
    this.py = Math.max(-pole, Math.min(pole, y));
    visitNodes();
  }

  /** The owner id found; {@link Locator#NOBODY} where there is none. */
  int owner() {
    return owner;
  }

  /** Geodesic metres to its boundary, in whole micrometres; 0 where there is none. */
  double metres() {
    return owner == Locator.NOBODY ? 0 : micrometres / 1e6;
  }

  private void visitNodes() {
    PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingDouble(Entry::bound));
    queue.add(new Entry(runs.root(), 0));
    for (Entry next = queue.poll();
        next != null && next.bound <= least + ROUNDING;
        next = queue.poll()) {
      if (next.node < runs.runs()) {
        measure(next.node);
        continue;
      }
      int inner = next.node - runs.runs();
      for (int child = runs.children[inner]; child < runs.children[inner + 1]; child++) {
        double bound = boundOf(child);
        if (bound <= least + ROUNDING) {
          queue.add(new Entry(child, bound));
        }
      }
    }
  }

  private double boundOf(int node) {
    int at = 4 * node;
    double width = (double) runs.boxes[at + 2] - runs.boxes[at];
    double height = (double) runs.boxes[at + 3] - runs.boxes[at + 1];
    double middle = metresTo(runs.boxes[at] + width / 2, runs.boxes[at + 1] + height / 2);
    return middle - reach(width, height);
  }

  /** No place of an edge or rectangle is farther than this from its middle, in metres. */
  private static double reach(double dxSteps, double dySteps) {
    return 1.02
        * Globe.RADIUS
        * (Math.abs(Globe.radians(dxSteps)) + Math.abs(Globe.radians(dySteps)))
        / 2;
  }

  private void measure(int run) {
    int a = runs.first[run];
    int b = runs.second[run];
    boolean countsA = counted.test(a);
    boolean countsB = counted.test(b);
    if (countsA || countsB) {
      int nearer = countsA && countsB ? Math.min(a, b) : countsA ? a : b;
      for (int k = runs.start[run] + 1; k < runs.start[run + 1]; k++) {
        int from = runs.forward(k) ? 2 * k - 2 : 2 * k;
        int to = 4 * k - 2 - from;
        measure(nearer, runs.xy[from], runs.xy[from + 1], runs.xy[to], runs.xy[to + 1]);
      }
    }
  }

  /**
   * Samples an edge, more densely where it is long for its distance, and narrows the bracket around
   * the best sample by golden section.
   */
  private void measure(int id, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double reach = reach(dx, dy);
    double middle = metresTo(ax + dx / 2, ay + dy / 2);
    if (middle - reach > least + ROUNDING) {
      return;
    }
    int samples = reach > 0.05 * middle ? 8 : 2;
    int nearest = 0;
    double metres = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= samples; k++) {
      double t = k / (double) samples;
      double sample = metresTo(ax + t * dx, ay + t * dy);
      if (sample < metres) {
        metres = sample;
        nearest = k;
      }
    }
    double low = Math.max(0, nearest - 1) / (double) samples;
    double high = Math.min(samples, nearest + 1) / (double) samples;
    keep(id, Math.min(metres, golden(low, high, reach, ax, ay, dx, dy)));
  }

  /** Narrows until the rest of the bracket could change the distance by 50 nanometres at most. */
  private double golden(
      double low, double high, double reach, double ax, double ay, double dx, double dy) {
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = metresTo(ax + left * dx, ay + left * dy);
    double atRight = metresTo(ax + right * dx, ay + right * dy);
    while (wide(2 * reach * (high - low), Math.min(atLeft, atRight))) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = metresTo(ax + left * dx, ay + left * dy);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = metresTo(ax + right * dx, ay + right * dy);
      }
    }
    return Math.min(atLeft, atRight);
  }

  private static boolean wide(double bracket, double metres) {
    return bracket * bracket > 1e-7 * metres + 1e-14;
  }

  private void keep(int id, double metres) {
    long rounded = Math.round(1e6 * metres);
    if (rounded < micrometres || (rounded == micrometres && id < owner)) {
      owner = id;
      micrometres = rounded;
    }
    least = Math.min(least, metres);
  }

  private double metresTo(double x, double y) {
    double steps = Lattice.STEPS_PER_DEGREE;
    return Geodesy.metresBetween(px / steps, py / steps, x / steps, y / steps);
  }
}
