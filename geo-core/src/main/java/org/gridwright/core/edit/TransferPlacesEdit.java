package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;
import org.jspecify.annotations.Nullable;

/**
 * Gives the places of addresses to one grid, each with the ground of its grid that is nearer to it
 * than to any place that stays.
 *
 * @param from the only grids that give; all where it is empty
 * @param to null for a new grid, made beside the grid of the first place that goes; its code is
 *     made up
 * @param places those that go; the receiver's own stay where they are
 * @param others places that stay; those outside the grids that give do not matter
 * @param multipart as for {@link TransferEdit}
 */
public record TransferPlacesEdit(
    List<String> from,
    @Nullable String to,
    List<LatticePoint> places,
    List<LatticePoint> others,
    boolean multipart)
    implements Edit {

  public TransferPlacesEdit {
    from = List.copyOf(from);
    places = List.copyOf(places);
    others = List.copyOf(others);
  }

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(places).union(Reach.around(others));
  }

  @Override
  public PlanChange change(EditScope scope) {
    return PlaceTransfer.change(scope.editable(), this, scope.snapMetres());
  }
}
