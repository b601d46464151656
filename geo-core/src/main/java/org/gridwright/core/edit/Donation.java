package org.gridwright.core.edit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Which grids give when chosen places are handed to one grid. Immutable.
 *
 * @param to the grid that gets; one that is not there yet is made beside the first place's grid
 * @param places the chosen places of each grid that gives, by code
 * @param box around all grids that give and the one that gets
 */
record Donation(Recipient to, Map<String, List<LatticePoint>> places, LatticeEnvelope box) {

  /**
   * @param from the only grids that give; all where it is empty
   * @param to null for a new grid
   * @throws EditRefusedException {@code unit-unknown}, {@code place-of-nobody} or {@code
   *     places-change-nothing}
   */
  static Donation of(
      EditablePlan plan, Collection<String> from, @Nullable String to, List<LatticePoint> chosen) {
    Unit receiver = to == null ? null : Units.grid(plan.plan(), to);
    from.forEach(code -> Units.grid(plan.plan(), code));
    PlaceOwners owners = PlaceOwners.near(plan, chosen);
    Map<String, List<LatticePoint>> places = new TreeMap<>(Plan.CODE_ORDER);
    String first = null;
    LatticeEnvelope box =
        receiver == null ? LatticeEnvelope.EMPTY : receiver.drawnArea().envelope();
    for (LatticePoint place : new LinkedHashSet<>(chosen)) {
      Optional<String> owner = owners.of(place);
      if (owner.isEmpty()) {
        throw EditRefusedException.at(place, Refusal.PLACE_OF_NOBODY, Units.words(place));
      }
      String giver = owner.get();
      if (!giver.equals(to) && (from.isEmpty() || from.contains(giver))) {
        first = first == null ? giver : first;
        places.computeIfAbsent(giver, it -> new ArrayList<>()).add(place);
        box = box.union(Units.grid(plan.plan(), giver).drawnArea().envelope());
      }
    }
    if (first == null) {
      String unit = to == null ? "" : to;
      throw chosen.isEmpty()
          ? EditRefusedException.of(Refusal.PLACES_CHANGE_NOTHING, unit)
          : EditRefusedException.at(chosen.get(0), Refusal.PLACES_CHANGE_NOTHING, unit);
    }
    return new Donation(Recipient.of(plan.plan(), to, first), places, box);
  }

  Set<String> givers() {
    return places.keySet();
  }

  /** The grid that gets, where it is there already; then those that give. */
  List<String> codes() {
    List<String> codes = new ArrayList<>();
    if (!to.isNew()) {
      codes.add(to.code());
    }
    codes.addAll(places.keySet());
    return codes;
  }

  /** Those of some places that the grids that give own, by code. */
  Map<String, List<LatticePoint>> owned(PlaceOwners owners, Collection<LatticePoint> others) {
    Map<String, List<LatticePoint>> owned = new LinkedHashMap<>();
    givers().forEach(code -> owned.put(code, new ArrayList<>()));
    for (LatticePoint place : new LinkedHashSet<>(others)) {
      owners.of(place).map(owned::get).ifPresent(of -> of.add(place));
    }
    return owned;
  }
}
