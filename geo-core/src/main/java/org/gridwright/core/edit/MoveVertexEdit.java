package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/**
 * Moves a vertex of all grids that have it. A border that it is moved onto, to within the rounding
 * of the lattice, is led through it in all grids that have that border.
 */
public record MoveVertexEdit(LatticePoint from, LatticePoint to) implements Edit {

  @Override
  public String kind() {
    return "move-vertex";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(List.of(from, to));
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    long vertex = VertexFinder.at(scope, from);
    long target = VertexFinder.packed(to);
    if (vertex == target) {
      throw EditRefusedException.at(to, Refusal.CHANGES_NOTHING);
    }
    return VertexFinder.moved(scope, Map.of(vertex, target), vertex);
  }
}
