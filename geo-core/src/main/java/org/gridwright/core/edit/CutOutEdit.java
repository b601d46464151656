package org.gridwright.core.edit;

import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.PlanChange;
import org.jspecify.annotations.Nullable;

/**
 * Divides a grid into what lies inside a drawn area and what lies outside.
 *
 * @param keeps which of both keeps code and name
 * @param code code of the other one; made up where it is null
 */
public record CutOutEdit(String unit, LatticeMultiPolygon area, Keeper keeps, @Nullable String code)
    implements Edit {

  @Override
  public String kind() {
    return "split";
  }

  @Override
  public LatticeEnvelope drawn() {
    return area.envelope();
  }

  @Override
  public PlanChange change(EditScope scope) {
    GridSplit split = new GridSplit(scope, unit);
    return split.change(split.by(area), keeps, code == null ? List.of() : List.of(code));
  }
}
