package org.gridwright.data.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridwright.core.divide.PointOwners;
import org.gridwright.core.edit.Editing;
import org.gridwright.core.lattice.LatticeLine;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.UnitCodes;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.message.DataMessages;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;

/** What planners choose in a draft to hand it to another unit. Thread-safe. */
public final class DraftChoices {

  /** Beyond this many the lines between addresses would take seconds to find. */
  private static final int MOST_OTHERS = 50_000;

  private final AddressStore addresses;

  public DraftChoices(AddressStore addresses) {
    this.addresses = addresses;
  }

  /**
   * Where chosen addresses lie, so that an edit need not know of any store.
   *
   * @param chosen places of the chosen ones
   * @param others places of all others in the grids that have a chosen one, and of some beside them
   */
  public record ChosenPlaces(List<LatticePoint> chosen, List<LatticePoint> others) {}

  /**
   * The places of chosen addresses and of the others in their grids.
   *
   * @param ids of addresses
   * @throws ChangeRefusedException {@code address-unknown}, or {@code too-many-addresses} in the
   *     grids that the chosen ones lie in
   */
  public ChosenPlaces addresses(DraftState draft, List<String> ids) {
    Set<String> wanted = new LinkedHashSet<>(ids);
    List<Address> found = addresses.find(wanted);
    if (found.size() < wanted.size()) {
      found.stream().map(Address::id).forEach(wanted::remove);
      String unknown = wanted.iterator().next();
      throw new ChangeRefusedException(
          "address-unknown", DataMessages.of("draft.address-unknown", unknown), null);
    }
    List<LatticePoint> chosen = found.stream().map(Address::place).toList();
    Set<LatticePoint> others = new LinkedHashSet<>();
    for (Unit grid : Editing.owners(draft.editable(), chosen)) {
      addOthers(grid, wanted, others);
    }
    return new ChosenPlaces(chosen, List.copyOf(others));
  }

  private void addOthers(Unit grid, Set<String> chosen, Set<LatticePoint> others) {
    LatticeMultiPolygon area = grid.drawnArea();
    PointOwners own = new PointOwners(List.of(area));
    try (Stream<Address> near = addresses.stream(area.envelope())) {
      near.filter(address -> !chosen.contains(address.id()))
          .map(Address::place)
          .filter(place -> own.owner(place.x(), place.y()) == 0)
          .limit(MOST_OTHERS + 1L)
          .forEach(others::add);
    }
    if (others.size() > MOST_OTHERS) {
      throw new ChangeRefusedException(
          "too-many-addresses",
          DataMessages.of("draft.too-many-addresses", UnitCodes.of(grid.code()), MOST_OTHERS),
          null);
    }
  }

  /**
   * The blocks of a grid between lines.
   *
   * @throws ChangeRefusedException {@code unit-unknown}
   */
  public List<LatticeMultiPolygon> blocks(DraftState draft, String unit, List<LatticeLine> lines) {
    return PlanEdit.refusing(() -> Editing.blocks(draft.editable(), unit, lines));
  }
}
