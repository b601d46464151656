package org.gridwright.core.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.divide.PointOwners;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;

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

  Optional<String> of(LatticePoint place) {
    int owner = owners.owner(place.x(), place.y());
    return owner < 0 ? Optional.empty() : Optional.of(codes.get(owner));
  }
}
