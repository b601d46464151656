package org.gridwright.core.edit;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds the vertices that shared borders can do without. Of each arc, the vertex goes first without
 * which the border leaves its place least; it goes where
 *
 * <ol>
 *   <li>all vertices of the arc that the new edge stands for lie within the limit of it, and
 *   <li>no other vertex lies in the triangle that the border sweeps over, edges included, and the
 *       new edge is none already.
 * </ol>
 *
 * By the second, which is decided in exact integers, no borders cross or touch that did not, and no
 * unit, part or hole vanishes, whatever the limit (as in M. de Berg, M. van Kreveld and S. Schirra,
 * "Topologically correct subdivision simplification using the bandwidth criterion", 1998). Borders
 * with faults stay as they are: only edges that two rings have are taken for shared.
 *
 * <p>Takes time about linear in the vertices. For one call by one thread.
 */
final class BorderSimplifier {

  /** An edge stands for no more vertices than this, so that looking at all of them stays cheap. */
  private static final int MOST_BETWEEN = 1000;

  /** A vertex of an arc that may go, with how far the border would leave its place. */
  private record Candidate(int at, int before, int after, double metres) {}

  private final BorderArcs arcs;
  private final double limit;
  private final BitSet gone = new BitSet();
  private final BitSet dissolved = new BitSet();
  private final VertexCells cells;

  /**
   * Makes tables of all vertices, which takes a second for a million of them.
   *
   * @param codes grids whose borders are wanted
   */
  BorderSimplifier(
      Map<String, LatticeMultiPolygon> areas,
      Set<String> codes,
      double limitMetres,
      Progress progress) {
    this.arcs = new BorderArcs(areas, codes, progress);
    this.limit = limitMetres;
    this.cells = new VertexCells(arcs, progress);
  }

  /** Looks for the vertices that go; whether there are any. */
  boolean findGone(Progress progress) {
    List<int[]> all = arcs.arcs(progress);
    Steps steps = progress.steps(all.size());
    for (int[] arc : all) {
      simplify(arc);
      steps.done();
    }
    return !gone.isEmpty();
  }

  /** Whether a vertex of the areas, packed, was found to go. */
  boolean isGone(long point) {
    return gone.get(arcs.number(point));
  }

  private void simplify(int[] arc) {
    LocalFrame frame = LocalFrame.at(arcs.point(arc[0]));
    int[] before = new int[arc.length];
    int[] after = new int[arc.length];
    PriorityQueue<Candidate> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Candidate::metres).thenComparingInt(Candidate::at));
    for (int i = 1; i + 1 < arc.length; i++) {
      before[i] = i - 1;
      after[i] = i + 1;
      offer(open, arc, frame, i, i - 1, i + 1);
    }
    while (!open.isEmpty()) {
      Candidate next = open.remove();
      int at = next.at;
      boolean isOld = gone.get(arc[at]) || before[at] != next.before || after[at] != next.after;
      if (isOld || !isFree(arc[next.before], arc[at], arc[next.after])) {
        continue;
      }
      take(arc[next.before], arc[at], arc[next.after]);
      if (next.before > 0) {
        after[next.before] = next.after;
        offer(open, arc, frame, next.before, before[next.before], next.after);
      }
      if (next.after < arc.length - 1) {
        before[next.after] = next.before;
        offer(open, arc, frame, next.after, next.before, after[next.after]);
      }
    }
  }

  private void offer(
      PriorityQueue<Candidate> open, int[] arc, LocalFrame frame, int at, int before, int after) {
    if (after - before > MOST_BETWEEN || arc[before] == arc[after]) {
      return;
    }
    Coordinate from = metres(frame, arc[before]);
    Coordinate to = metres(frame, arc[after]);
    double most = 0;
    for (int i = before + 1; i < after && most <= limit; i++) {
      most = Math.max(most, Distance.pointToSegment(metres(frame, arc[i]), from, to));
    }
    if (most <= limit) {
      open.add(new Candidate(at, before, after, most));
    }
  }

  private Coordinate metres(LocalFrame frame, int vertex) {
    long point = arcs.point(vertex);
    return new Coordinate(
        (Packed.x(point) - frame.x0()) * frame.east(),
        (Packed.y(point) - frame.y0()) * frame.north());
  }

  private boolean isFree(int a, int vertex, int b) {
    int edge = arcs.edges().find(arcs.point(a), arcs.point(b));
    return (edge < 0 || dissolved.get(edge)) && cells.isEmpty(a, vertex, b, gone);
  }

  private void take(int a, int vertex, int b) {
    gone.set(vertex);
    dissolved.set(arcs.edges().find(arcs.point(a), arcs.point(vertex)));
    dissolved.set(arcs.edges().find(arcs.point(vertex), arcs.point(b)));
    dissolved.clear(arcs.edges().number(arcs.point(a), arcs.point(b)));
  }
}
