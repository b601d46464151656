package org.gridwright.core.coverage;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The first fault of each grid whose rings do not form a valid area, by grid index. Grids are
 * looked at in parallel.
 */
public record RingFaults(Map<Integer, TopologyValidationError> byGrid) {

  public static RingFaults of(Plan plan) {
    TopologyValidationError[] errors =
        IntStream.range(0, plan.grids().size())
            .parallel()
            .mapToObj(grid -> faultOf(plan.grids().get(grid).drawnArea()))
            .toArray(TopologyValidationError[]::new);
    Map<Integer, TopologyValidationError> byGrid = new TreeMap<>();
    for (int grid = 0; grid < errors.length; grid++) {
      if (errors[grid] != null) {
        byGrid.put(grid, errors[grid]);
      }
    }
    return new RingFaults(byGrid);
  }

  /** Indices of the grids with a fault. */
  public BitSet grids() {
    BitSet grids = new BitSet();
    byGrid.keySet().forEach(grids::set);
    return grids;
  }

  static @Nullable TopologyValidationError faultOf(LatticeMultiPolygon area) {
    return SimpleRing.isOnly(area)
        ? null
        : new IsValidOp(LatticeJts.toSteps(area)).getValidationError();
  }
}
