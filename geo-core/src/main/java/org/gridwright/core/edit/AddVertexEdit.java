package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/** Puts a vertex into an edge of all grids that have the edge; it need not lie on the edge. */
public record AddVertexEdit(LatticePoint at, LatticePoint edgeStart, LatticePoint edgeEnd)
    implements Edit {

  @Override
  public String kind() {
    return "add-vertex";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(List.of(at, edgeStart, edgeEnd));
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    long start = VertexFinder.at(scope, edgeStart);
    long end = VertexFinder.at(scope, edgeEnd);
    long vertex = VertexFinder.packed(at);
    EdgeChain.Edge edge = EdgeChain.Edge.of(start, end);
    Patch patch = VertexFinder.patch(scope.editable(), start, vertex);
    boolean exists =
        patch.codes().stream().anyMatch(code -> PackedRings.edges(patch.area(code)).contains(edge));
    if (!exists) {
      throw EditRefusedException.at(at, Refusal.NO_EDGE_THERE, Units.words(at));
    }
    if (vertex == start || vertex == end) {
      throw EditRefusedException.at(at, Refusal.CHANGES_NOTHING);
    }
    patch.insert(edge, vertex);
    return VertexFinder.finished(scope, patch);
  }
}
