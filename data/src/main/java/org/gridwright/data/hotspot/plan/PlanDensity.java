package org.gridwright.data.hotspot.plan;

import java.util.List;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.partition.UpperLevels;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.DensityGround;
import org.gridwright.data.hotspot.DensityPoints;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * What a density of the store's incidents is made of, within the outline of a plan.
 *
 * @param ground within the outline
 * @param points of the incidents, those beyond the outline among them
 */
public record PlanDensity(DensityGround ground, DensityPoints points) {

  /**
   * Reads the incidents.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static PlanDensity of(
      Store store, PlanSnapshot snapshot, IncidentStore.Query incidents, Progress progress) {
    DensityPoints points = DensityPoints.none();
    store.incidents().places(incidents, points);
    DensityGround ground = DensityGround.within(UpperLevels.union(widest(snapshot), progress));
    return new PlanDensity(ground, points);
  }

  /** The areas of the coarsest level that has been drawn. */
  private static List<LatticeMultiPolygon> widest(PlanSnapshot snapshot) {
    int depth = 0;
    while (snapshot.plan().units(depth).stream().anyMatch(unit -> unit.area() == null)) {
      depth++;
    }
    return snapshot.plan().units(depth).stream().map(Unit::drawnArea).toList();
  }
}
