package org.gridwright.data.hotspot.plan;

import java.util.List;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.hotspot.ToldPlaces;

/** Units as the places of a table. */
final class PlacesOfUnits {

  private PlacesOfUnits() {}

  static ToldPlaces of(List<Unit> units) {
    return new ToldPlaces(
        units.stream().map(Unit::code).toList(),
        units.stream().map(Unit::name).toList(),
        unit -> LatticeJts.toDegrees(units.get(unit).drawnArea()));
  }
}
