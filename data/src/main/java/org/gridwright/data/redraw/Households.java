package org.gridwright.data.redraw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;

/**
 * Households as points. A plan knows only how many each grid has; they are taken to be spread
 * evenly over its addresses, and to be in its middle where it has none.
 */
public final class Households {

  private static final Theme GRIDS = Theme.of("grids", "grids", CodeScheme.FREE, "grid");

  private Households() {}

  /** The households of some grids; grids that do not say how many they have weigh nothing. */
  public static WeightedPoints of(
      List<Unit> grids, List<LatticePoint> addresses, Progress progress) {
    Plan plan =
        Plan.of(
            GRIDS,
            grids.stream()
                .map(it -> new Unit(0, it.code(), null, it.code(), it.attributes(), it.area()))
                .toList());
    JtsLocator locator = JtsLocator.of(plan);
    Map<Integer, List<LatticePoint>> byGrid = new HashMap<>();
    for (LatticePoint address : addresses) {
      progress.checkpoint();
      int owner = locator.owner(address.x(), address.y());
      if (owner != Locator.NOBODY) {
        byGrid.computeIfAbsent(owner, it -> new ArrayList<>()).add(address);
      }
    }
    List<LatticePoint> places = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (int i = 0; i < plan.grids().size(); i++) {
      progress.checkpoint();
      Unit grid = plan.grids().get(i);
      OptionalDouble count = grid.amount(Unit.HOUSEHOLDS);
      if (count.isPresent()) {
        List<LatticePoint> own = byGrid.getOrDefault(i + 1, List.of(middle(grid)));
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

  private static LatticePoint middle(Unit grid) {
    Coordinate inside = InteriorPointArea.getInteriorPoint(LatticeJts.toSteps(grid.drawnArea()));
    return new LatticePoint((int) Math.round(inside.x), (int) Math.round(inside.y));
  }
}
