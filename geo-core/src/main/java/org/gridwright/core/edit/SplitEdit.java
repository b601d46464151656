package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.PlanChange;

/**
 * Cuts a grid along a drawn line that crosses it. Each piece that is cut off becomes a grid of its
 * own, with parent and attributes of the whole.
 *
 * @param keeps which piece keeps code and name
 * @param codes codes of the other pieces, west to east; those that are missing are made up
 */
public record SplitEdit(String unit, List<LatticePoint> line, Keeper keeps, List<String> codes)
    implements Edit {

  public SplitEdit {
    line = List.copyOf(line);
    codes = List.copyOf(codes);
  }

  @Override
  public String kind() {
    return "split";
  }

  @Override
  public LatticeEnvelope drawn() {
    return Reach.around(line);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  public PlanChange change(EditScope scope) {
    GridSplit split = new GridSplit(scope, unit);
    return split.change(split.along(line), keeps, codes);
  }
}
