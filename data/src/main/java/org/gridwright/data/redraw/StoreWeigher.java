package org.gridwright.data.redraw;

import java.util.List;
import java.util.stream.Stream;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/** Weighs by the addresses and incidents of a store. Thread-safe. */
public final class StoreWeigher implements Weigher {

  private final Store store;

  public StoreWeigher(Store store) {
    this.store = store;
  }

  @Override
  public WeightedPoints points(
      EditablePlan plan, LatticeEnvelope box, BalanceBy by, Progress progress) {
    return switch (by) {
      case AREA -> WeightedPoints.NONE;
      case ADDRESSES -> each(addresses(box, progress));
      case INCIDENTS -> each(incidents(box, progress));
      case HOUSEHOLDS ->
          Households.of(plan.gridsNear(box), plan.facts(), weighed(plan, box, progress), progress);
    };
  }

  /** The addresses of the grids that meet a rectangle, with their weights. */
  private WeighedPlaces weighed(EditablePlan plan, LatticeEnvelope box, Progress progress) {
    LatticeEnvelope wide = box;
    for (Unit grid : plan.gridsNear(box)) {
      wide = wide.union(grid.drawnArea().envelope());
    }
    return StoreFacts.places(store.addresses()).within(wide, progress);
  }

  private List<LatticePoint> addresses(LatticeEnvelope box, Progress progress) {
    try (Stream<Address> addresses = store.addresses().stream(box)) {
      return addresses.peek(it -> progress.checkpoint()).map(Address::place).toList();
    }
  }

  private List<LatticePoint> incidents(LatticeEnvelope box, Progress progress) {
    try (Stream<Incident> incidents =
        store.incidents().stream(new IncidentStore.Query(null, null, null, null, box))) {
      return incidents.peek(it -> progress.checkpoint()).map(Incident::place).toList();
    }
  }

  private static WeightedPoints each(List<LatticePoint> places) {
    return WeightedPoints.of(
        places.stream().mapToInt(LatticePoint::x).toArray(),
        places.stream().mapToInt(LatticePoint::y).toArray());
  }
}
