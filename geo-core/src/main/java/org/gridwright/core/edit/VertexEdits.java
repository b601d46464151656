package org.gridwright.core.edit;

import java.util.Locale;
import java.util.Set;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.PlanChange;

/** Moves, adds and removes vertices in all grids that share them. */
final class VertexEdits {

  private VertexEdits() {}

  static PlanChange move(EditablePlan plan, Edit.MoveVertex edit, double snapMetres) {
    long from = vertexAt(plan, edit.from(), snapMetres);
    long to = packed(edit.to());
    if (from == to) {
      throw EditRefusedException.at(edit.to(), Refusal.CHANGES_NOTHING);
    }
    Patch patch = patch(plan, from, to);
    patch.insert(EdgeChain.Edge.of(from, from), from);
    patch.move(from, to);
    return finished(plan, patch);
  }

  static PlanChange add(EditablePlan plan, Edit.AddVertex edit, double snapMetres) {
    long start = vertexAt(plan, edit.edgeStart(), snapMetres);
    long end = vertexAt(plan, edit.edgeEnd(), snapMetres);
    long at = packed(edit.at());
    EdgeChain.Edge edge = EdgeChain.Edge.of(start, end);
    Patch patch = patch(plan, start, at);
    boolean exists =
        patch.codes().stream().anyMatch(code -> PackedRings.edges(patch.area(code)).contains(edge));
    if (!exists) {
      throw EditRefusedException.at(edit.at(), Refusal.NO_EDGE_THERE, place(edit.at()));
    }
    if (at == start || at == end) {
      throw EditRefusedException.at(edit.at(), Refusal.CHANGES_NOTHING);
    }
    patch.insert(edge, at);
    return finished(plan, patch);
  }

  static PlanChange remove(EditablePlan plan, Edit.RemoveVertex edit, double snapMetres) {
    long vertex = vertexAt(plan, edit.at(), snapMetres);
    Patch patch = patch(plan, vertex, vertex);
    if (patch.neighbours(vertex).size() != 2) {
      throw EditRefusedException.at(edit.at(), Refusal.VERTEX_NEEDED, place(edit.at()));
    }
    patch.take(vertex);
    return finished(plan, patch);
  }

  private static PlanChange finished(EditablePlan plan, Patch patch) {
    Outcome outcome = new Outcome(plan.plan());
    patch.finish(outcome);
    return outcome.change();
  }

  /** The grids around a vertex and its edges, and around another point. */
  private static Patch patch(EditablePlan plan, long vertex, long other) {
    LatticeEnvelope box = box(vertex).union(box(other));
    Set<Long> neighbours = Patch.around(plan, box).neighbours(vertex);
    for (long neighbour : neighbours) {
      box = box.union(box(neighbour));
    }
    return Patch.around(plan, box);
  }

  private static long vertexAt(EditablePlan plan, LatticePoint point, double snapMetres) {
    Snap snap = Snap.around(point, snapMetres);
    int reach = snap.reach();
    LatticeEnvelope box =
        new LatticeEnvelope(
            point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach);
    Patch near = Patch.around(plan, box);
    Long vertex = snap.vertexNear(packed(point), near.areas(near.codes()));
    if (vertex == null) {
      throw EditRefusedException.at(point, Refusal.NO_VERTEX_THERE, place(point));
    }
    return vertex;
  }

  private static LatticeEnvelope box(long point) {
    return new LatticeEnvelope(Packed.x(point), Packed.y(point), Packed.x(point), Packed.y(point));
  }

  private static long packed(LatticePoint point) {
    return Packed.of(point.x(), point.y());
  }

  private static String place(LatticePoint at) {
    return String.format(Locale.ROOT, "%.6f, %.6f", at.lon(), at.lat());
  }
}
