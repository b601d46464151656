package org.gridwright.data.draft;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gridwright.core.balance.GridAmounts;
import org.gridwright.core.balance.Measure;
import org.gridwright.core.balance.MovedPlaces;
import org.gridwright.core.balance.UnitAmount;
import org.gridwright.core.edit.EditablePlan;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * How many addresses or incidents grids own.
 *
 * @param rules version of the theme's rules and facts
 * @param locators makes the locator of a plan
 */
record PlacesOwned(Measure measure, String rules, Store store, Function<Plan, Locator> locators)
    implements MeasureSource {

  /** Where more grids change, all places are counted anew. */
  private static final int MOST_CHANGES = 1_000;

  @Override
  public String version() {
    String places = isOfAddresses() ? store.addresses().version() : store.incidents().version();
    return rules + "/" + places;
  }

  @Override
  public GridAmounts of(EditablePlan plan) {
    Locator locator = locators.apply(plan.plan());
    long[] counts = new long[plan.plan().grids().size() + 1];
    places(null, place -> counts[locator.owner(place.x(), place.y())]++);
    return GridAmounts.of(
        plan.plan(),
        measure,
        grid -> UnitAmount.counted(counts[plan.plan().indexOf(grid.depth(), grid.code()) + 1]));
  }

  @Override
  public GridAmounts after(EditablePlan before, GridAmounts amounts, EditablePlan now) {
    List<UnitChange> changes = MeasureSource.changes(before, now);
    if (changes.size() > MOST_CHANGES) {
      return of(now);
    }
    Map<String, Long> moved =
        MovedPlaces.between(before::gridsNear, now::gridsNear, changes, this::within);
    Function<Unit, UnitAmount> counted =
        grid ->
            UnitAmount.counted(
                amounts.of(grid.code()).value().map(it -> it.longValueExact()).orElse(0L)
                    + moved.getOrDefault(grid.code(), 0L));
    return amounts.after(now.plan(), counted, moved.keySet());
  }

  private WeighedPlaces within(LatticeEnvelope box, Progress progress) {
    LongStream.Builder found = LongStream.builder();
    places(
        box,
        place -> {
          progress.checkpoint();
          found.add(Packed.of(place.x(), place.y()));
        });
    return WeighedPlaces.alike(found.build().toArray());
  }

  private void places(@Nullable LatticeEnvelope box, Consumer<LatticePoint> each) {
    if (!isOfAddresses()) {
      store.incidents().places(new IncidentStore.Query(null, null, null, null, box), each);
      return;
    }
    try (Stream<Address> addresses = store.addresses().stream(box)) {
      addresses.map(Address::place).forEach(each);
    }
  }

  private boolean isOfAddresses() {
    return measure.equals(Measure.ADDRESSES);
  }
}
