package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;
import org.jspecify.annotations.Nullable;

/**
 * Gives blocks to one grid: the pieces of other grids between given lines, such as streets.
 *
 * @param from the only grids that give; all where it is empty
 * @param to null for a new grid, made beside the grid of the first place that goes; its code is
 *     made up
 * @param blocks a place in each block that goes
 * @param multipart as for {@link TransferEdit}
 */
public record TransferBlocksEdit(
    List<String> from,
    @Nullable String to,
    List<LatticePoint> blocks,
    List<LatticeLine> lines,
    boolean multipart)
    implements Edit {

  public TransferBlocksEdit {
    from = List.copyOf(from);
    blocks = List.copyOf(blocks);
    lines = List.copyOf(lines);
  }

  @Override
  public String kind() {
    return "transfer";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(blocks).union(Reach.aroundLines(lines));
  }

  @Override
  public PlanChange change(EditScope scope) {
    return BlockTransfer.change(scope.editable(), this, scope.snapMetres());
  }
}
