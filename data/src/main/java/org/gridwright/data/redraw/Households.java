package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.GridOwners;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Households as points. A plan knows only how many each grid has; they are taken to be spread
 * evenly over its addresses, and to be in its middle where it has none.
 */
public final class Households {

  private Households() {}

  /** The households of some grids; grids that do not say how many they have weigh nothing. */
  public static WeightedPoints of(
      List<Unit> grids, List<LatticePoint> addresses, Progress progress) {
    GridOwners owners = GridOwners.of(grids);
    Map<String, List<LatticePoint>> byGrid = new HashMap<>();
    for (LatticePoint address : addresses) {
      progress.checkpoint();
      owners
          .owner(address.x(), address.y())
          .ifPresent(
              owner -> byGrid.computeIfAbsent(owner.code(), it -> new ArrayList<>()).add(address));
    }
    List<LatticePoint> places = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (Unit grid : owners.grids()) {
      progress.checkpoint();
      OptionalDouble count = grid.amount(Unit.HOUSEHOLDS);
      if (count.isPresent()) {
        List<LatticePoint> found = byGrid.get(grid.code());
        List<LatticePoint> own =
            found == null ? List.of(LatticeJts.inside(grid.drawnArea())) : found;
        own.forEach(
            place -> {
              places.add(place);
              weights.add(count.getAsDouble() / own.size());
            });
      }
    }
    return WeightedPoints.of(
        places.stream().mapToInt(LatticePoint::x).toArray(),
        places.stream().mapToInt(LatticePoint::y).toArray(),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
