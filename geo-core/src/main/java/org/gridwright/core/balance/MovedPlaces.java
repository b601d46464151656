package org.gridwright.core.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gridwright.core.fact.Places;
import org.gridwright.core.fact.WeighedPlaces;
import org.gridwright.core.flow.GridsNear;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.GridOwners;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.plan.UnitChange;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/** Which grids own more or fewer places after a change than before it. */
public final class MovedPlaces {

  private MovedPlaces() {}

  /**
   * By how many places each grid has more or fewer, by code; grids that have as many as before need
   * not be named. Looks up the places around the grids whose ground changes, each once.
   *
   * @param before finds grids of the plan before
   * @param after finds grids of the plan after
   * @param changes of grids
   * @param places what is counted
   */
  public static Map<String, Long> between(
      GridsNear before, GridsNear after, Collection<UnitChange> changes, Places places) {
    Map<String, Long> moved = new HashMap<>();
    for (LatticeEnvelope box : apart(changes)) {
      GridOwners was = GridOwners.of(before.near(box));
      GridOwners is = GridOwners.of(after.near(box));
      WeighedPlaces found = places.within(box, Progress.NONE);
      for (int i = 0; i < found.size(); i++) {
        int x = Packed.x(found.place(i));
        int y = Packed.y(found.place(i));
        if (box.contains(x, y)) {
          owner(was, x, y).ifPresent(code -> moved.merge(code, -1L, Long::sum));
          owner(is, x, y).ifPresent(code -> moved.merge(code, 1L, Long::sum));
        }
      }
    }
    return moved;
  }

  private static Optional<String> owner(GridOwners grids, int x, int y) {
    return grids.owner(x, y).map(Unit::code);
  }

  /** Rectangles around what changes, no two of which meet. */
  private static List<LatticeEnvelope> apart(Collection<UnitChange> changes) {
    List<LatticeEnvelope> apart = new ArrayList<>();
    for (UnitChange change : changes) {
      LatticeMultiPolygon was = area(change.before());
      LatticeMultiPolygon is = area(change.after());
      if (!Objects.equals(was, is)) {
        join(envelope(was).union(envelope(is)), apart);
      }
    }
    return apart;
  }

  private static void join(LatticeEnvelope box, List<LatticeEnvelope> apart) {
    LatticeEnvelope grown = box;
    for (int i = apart.size() - 1; i >= 0; i--) {
      if (apart.get(i).intersects(grown)) {
        grown = grown.union(apart.remove(i));
        i = apart.size();
      }
    }
    apart.add(grown);
  }

  private static @Nullable LatticeMultiPolygon area(@Nullable Unit unit) {
    return unit == null ? null : unit.area();
  }

  private static LatticeEnvelope envelope(@Nullable LatticeMultiPolygon area) {
    return area == null ? LatticeEnvelope.EMPTY : area.envelope();
  }
}
