package org.gridwright.data.facts;

import java.time.LocalDate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.flow.FactBasis;
import org.gridwright.core.flow.PlanFacts;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What a store knows of the facts of plans: what attributes are, and where addresses lie.
 * Thread-safe.
 */
public final class StoreFacts {

  private final Store store;

  public StoreFacts(Store store) {
    this.store = store;
  }

  /**
   * The basis on which facts of a plan follow the ground.
   *
   * @param since first day of the plan; null where it has none
   */
  public FactBasis basis(Plan plan, @Nullable LocalDate since) {
    return FactBasis.of(
        plan, store.facts().schema(plan.theme().id()), places(store.addresses()), since);
  }

  /** A stored plan as it is read by people and programs. */
  public Plan told(Plan stored) {
    return told(stored, store.facts().schema(stored.theme().id()));
  }

  /**
   * A stored plan as it is read by people and programs, where it is known what was declared. Takes
   * one pass over its units.
   */
  public static Plan told(Plan stored, FactSchema declared) {
    return PlanFacts.of(stored, FactBasis.of(stored, declared, Places.NONE, null)).told();
  }

  /** Where the addresses of a store lie, and what they weigh. */
  public static Places places(AddressStore addresses) {
    return (box, progress) -> within(addresses, box, progress);
  }

  private static WeighedPlaces within(
      AddressStore addresses, LatticeEnvelope box, Progress progress) {
    LongStream.Builder places = LongStream.builder();
    LongStream.Builder weights = LongStream.builder();
    try (Stream<Address> found = addresses.stream(box)) {
      found.forEach(
          address -> {
            progress.checkpoint();
            places.add(packed(address.place()));
            weights.add(address.weight());
          });
    }
    return WeighedPlaces.of(places.build().toArray(), weights.build().toArray());
  }

  private static long packed(LatticePoint place) {
    return Packed.of(place.x(), place.y());
  }
}
