package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridwright.core.flow.SiblingNames;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * A unit that is made to be the parent of others, beside the one that the first of them had: under
 * the same unit, with the next code of the theme's scheme, and named as its siblings are.
 */
final class NewParent {

  private final Plan plan;
  private final NewCodes codes;

  NewParent(Plan plan, NewCodes codes) {
    this.plan = plan;
    this.codes = codes;
  }

  /**
   * The unit, below the parent that the first of them has above its own.
   *
   * @param moving the units that are to go below it; at least one, below the top
   * @return drawn where the earlier parent is
   */
  Unit of(List<Unit> moving) {
    Unit first = moving.get(0);
    Unit giver = Units.find(plan, first.depth() - 1, first.parent().orElseThrow());
    String code = codes.made(giver.depth(), giver.code(), giver.parentCode());
    List<LatticeMultiPolygon> areas =
        moving.stream().map(Unit::area).filter(Objects::nonNull).toList();
    LatticeMultiPolygon area =
        giver.area() == null || areas.isEmpty() ? null : Outline.around(areas);
    List<Unit> siblings =
        plan.units(giver.depth()).stream()
            .filter(unit -> Objects.equals(unit.parentCode(), giver.parentCode()))
            .toList();
    return SiblingNames.named(
        new Unit(giver.depth(), code, giver.parentCode(), code, Map.of(), area), siblings, giver);
  }
}
