package org.gridwright.core.edit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.divide.PointOwners;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;

/** Which of some grids own places, by the rule of the one owner. Immutable and thread-safe. */
final class PlaceOwners {

  private final List<String> codes;
  private final PointOwners owners;

  /**
   * @param areas in code order; all that come near the places, or one may seem to be another's
   */
  PlaceOwners(Map<String, LatticeMultiPolygon> areas) {
    this.codes = List.copyOf(areas.keySet());
    this.owners = new PointOwners(List.copyOf(areas.values()));
  }

  /** The owners of just these places. */
  static PlaceOwners near(EditablePlan plan, Collection<LatticePoint> places) {
    Map<String, LatticeMultiPolygon> near = new TreeMap<>(Plan.CODE_ORDER);
    for (LatticePoint place : places) {
      LatticeEnvelope box = new LatticeEnvelope(place.x(), place.y(), place.x(), place.y());
      plan.gridsNear(box).forEach(grid -> near.put(grid.code(), grid.drawnArea()));
    }
    return new PlaceOwners(near);
  }

  Optional<String> of(LatticePoint place) {
    int owner = owners.owner(place.x(), place.y());
    return owner < 0 ? Optional.empty() : Optional.of(codes.get(owner));
  }
}
