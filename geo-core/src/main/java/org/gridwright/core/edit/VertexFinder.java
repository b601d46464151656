package org.gridwright.core.edit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.PlanChange;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;

/** Finds vertices and the grids that share them. */
final class VertexFinder {

  /** Rounding moves a point by no more than √½ of a step. */
  private static final double ROUNDED = 0.75;

  private VertexFinder() {}

  /** What became of the patch. */
  static PlanChange finished(EditScope scope, Patch patch) {
    return finished(scope, patch, Progress.NONE);
  }

  /** As above, of a patch that may be a whole plan. */
  static PlanChange finished(EditScope scope, Patch patch, Progress progress) {
    Outcome outcome = new Outcome(scope.plan());
    patch.finish(outcome, progress.part(0, 0.6));
    return outcome.change(progress.part(0.6, 1));
  }

  /** The grids around a vertex and its edges, and around another point. */
  static Patch patch(EditablePlan plan, long vertex, long other) {
    return patch(plan, Set.of(vertex), box(vertex).union(box(other)));
  }

  /** The grids around some vertices and their edges, and around a rectangle that has them. */
  private static Patch patch(EditablePlan plan, Set<Long> vertices, LatticeEnvelope all) {
    LatticeEnvelope box = all;
    for (LatticeMultiPolygon area : Patch.around(plan, all).now().values()) {
      for (EdgeChain.Edge edge : PackedRings.edges(area)) {
        if (vertices.contains(edge.low()) || vertices.contains(edge.high())) {
          box = box.union(box(edge.low())).union(box(edge.high()));
        }
      }
    }
    return Patch.around(plan, box);
  }

  /**
   * What it changes that vertices move, each in all grids that have it.
   *
   * @param moves from where each goes where
   * @param vertex the one of them that is moved by hand: a border that it comes to lie on, and that
   *     stays, is led through it
   */
  static PlanChange moved(EditScope scope, Map<Long, Long> moves, long vertex) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (Map.Entry<Long, Long> move : moves.entrySet()) {
      box = box.union(box(move.getKey())).union(box(move.getValue()));
    }
    Patch patch = patch(scope.editable(), moves.keySet(), box);
    long target = Objects.requireNonNull(moves.get(vertex));
    moves.keySet().forEach(it -> patch.insert(EdgeChain.Edge.of(it, it), it));
    edgesThrough(patch, vertex, target).stream()
        .filter(edge -> !moves.containsKey(edge.low()) && !moves.containsKey(edge.high()))
        .forEach(edge -> patch.insert(edge, target));
    patch.move(moves);
    return finished(scope, patch);
  }

  /**
   * What it changes that vertices of a stretch of border move or go, each in all grids that have
   * it.
   *
   * @param way all vertices of the stretch
   */
  static PlanChange evened(EditScope scope, List<Long> way, Map<Long, Long> moves, Set<Long> gone) {
    LatticeEnvelope box = LatticeEnvelope.EMPTY;
    for (long vertex : way) {
      box = box.union(box(vertex)).union(box(moves.getOrDefault(vertex, vertex)));
    }
    Patch patch = patch(scope.editable(), moves.keySet(), box);
    way.forEach(it -> patch.insert(EdgeChain.Edge.of(it, it), it));
    patch.takeAll(gone::contains, Progress.NONE);
    patch.move(moves);
    return finished(scope, patch);
  }

  /**
   * The vertex at a drawn point, {@link Packed}.
   *
   * @throws EditRefusedException {@code no-vertex-there}
   */
  static long at(EditScope scope, LatticePoint point) {
    Snap snap = Snap.around(point, scope.snapMetres());
    int reach = snap.reach();
    LatticeEnvelope box =
        new LatticeEnvelope(
            point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach);
    Patch near = Patch.around(scope.editable(), box);
    Long vertex = snap.vertexNear(packed(point), near.areas(near.codes()));
    if (vertex == null) {
      throw EditRefusedException.at(point, Refusal.NO_VERTEX_THERE, Units.words(point));
    }
    return vertex;
  }

  /** The edges that pass a point but for rounding; not those that end there or at a vertex. */
  static Set<EdgeChain.Edge> edgesThrough(Patch patch, long vertex, long point) {
    Set<EdgeChain.Edge> through = new LinkedHashSet<>();
    for (LatticeMultiPolygon area : patch.now().values()) {
      for (EdgeChain.Edge edge : PackedRings.edges(area)) {
        boolean ends =
            edge.low() == vertex
                || edge.high() == vertex
                || edge.low() == point
                || edge.high() == point;
        if (!ends
            && Distance.pointToSegment(steps(point), steps(edge.low()), steps(edge.high()))
                <= ROUNDED) {
          through.add(edge);
        }
      }
    }
    return through;
  }

  private static Coordinate steps(long point) {
    return new Coordinate(Packed.x(point), Packed.y(point));
  }

  private static LatticeEnvelope box(long point) {
    return new LatticeEnvelope(Packed.x(point), Packed.y(point), Packed.x(point), Packed.y(point));
  }

  static long packed(LatticePoint point) {
    return Packed.of(point.x(), point.y());
  }
}
