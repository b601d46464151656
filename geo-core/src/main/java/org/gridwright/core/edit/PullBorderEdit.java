package org.gridwright.core.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.PlanChange;

/**
 * Moves a vertex of all grids that have it, and takes the vertices around along: each one that can
 * be reached along borders within the radius goes the same way, by (1 − (d/r)²)² of it at d metres,
 * rounded to the lattice. The border bends instead of having a corner pulled out of it.
 *
 * @param radiusMetres along borders; more than 0. Where it reaches no other vertex, this is a
 *     {@link MoveVertexEdit}
 */
public record PullBorderEdit(LatticePoint from, LatticePoint to, double radiusMetres)
    implements Edit {

  public PullBorderEdit {
    if (!(radiusMetres > 0 && radiusMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a radius is more than 0 m: " + radiusMetres);
    }
  }

  @Override
  public String kind() {
    return "move-vertex";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(List.of(from, to));
  }

  @Override
  public PlanChange change(EditScope scope) {
    long vertex = VertexFinder.at(scope, from);
    long target = VertexFinder.packed(to);
    if (vertex == target) {
      throw EditRefusedException.at(to, Refusal.CHANGES_NOTHING);
    }
    return VertexFinder.moved(scope, moves(scope, vertex, target), vertex);
  }

  /** Where each vertex goes that goes somewhere else. */
  private Map<Long, Long> moves(EditScope scope, long vertex, long target) {
    Snap scale = Snap.around(from, radiusMetres);
    LatticeEnvelope box = Reach.widened(Reach.around(List.of(from)), scale.reach());
    BorderGraph borders = BorderGraph.of(Patch.around(scope.editable(), box));
    int dx = Packed.x(target) - Packed.x(vertex);
    int dy = Packed.y(target) - Packed.y(vertex);
    Map<Long, Long> moves = new LinkedHashMap<>();
    borders
        .within(vertex, scale)
        .forEach(
            (point, metres) -> {
              double weight = falloff(metres / radiusMetres);
              long goes =
                  Packed.of(
                      Packed.x(point) + (int) Math.round(weight * dx),
                      Packed.y(point) + (int) Math.round(weight * dy));
              if (goes != point) {
                moves.put(point, goes);
              }
            });
    return moves;
  }

  /** 1 at the vertex itself, 0 from the radius on, level at both. */
  private static double falloff(double share) {
    double rest = Math.max(0, 1 - share * share);
    return rest * rest;
  }
}
