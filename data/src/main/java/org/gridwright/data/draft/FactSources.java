package org.gridwright.data.draft;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** What a store knows of the facts of a plan: what attributes are, and where addresses lie. */
final class FactSources {

  private final Store store;

  FactSources(Store store) {
    this.store = store;
  }

  /**
   * The basis on which facts of a plan follow the ground.
   *
   * @param since first day of the plan that is edited; null where none was published
   */
  FactBasis of(Plan plan, @Nullable LocalDate since) {
    return FactBasis.of(
        plan, store.facts().schema(plan.theme().id()), places(store.addresses()), since);
  }

  private static Places places(AddressStore addresses) {
    return box -> WeighedPlaces.alike(within(addresses, box));
  }

  private static long[] within(AddressStore addresses, LatticeEnvelope box) {
    try (Stream<Address> found = addresses.stream(box)) {
      return found.map(Address::place).mapToLong(FactSources::packed).toArray();
    }
  }

  private static long packed(LatticePoint place) {
    return Packed.of(place.x(), place.y());
  }
}
