package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/** Takes a vertex out of all grids that have it. */
public record RemoveVertexEdit(LatticePoint at) implements Edit {

  @Override
  public String kind() {
    return "remove-vertex";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(List.of(at));
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    long vertex = VertexFinder.at(scope, at);
    Patch patch = VertexFinder.patch(scope.editable(), vertex, vertex);
    if (patch.neighbours(vertex).size() != 2) {
      throw EditRefusedException.at(at, Refusal.VERTEX_NEEDED, Units.words(at));
    }
    patch.take(vertex);
    return VertexFinder.finished(scope, patch);
  }
}
