package org.gridwright.core.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;

/**
 * Which grids of a plan are grids of an earlier one with the same code and area, and where the
 * others lie. Owner ids that stay keep their order, since both plans order theirs by code.
 */
final class Heirs {

  /** The owner id in the later plan of each earlier one; 0 where it has gone or was redrawn. */
  final int[] later;

  /** Grid indices of the later plan that are new or were redrawn. */
  final BitSet fresh = new BitSet();

  /** Rectangles around the areas that went and those that came. */
  final List<LatticeEnvelope> changed = new ArrayList<>();

  /** Takes time linear in the grids; areas that are the same object are not looked into. */
  Heirs(Plan before, Plan after) {
    List<Unit> old = before.grids();
    List<Unit> now = after.grids();
    later = new int[old.size() + 1];
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      int order = order(old, i, now, j);
      if (order < 0) {
        change(old.get(i++));
      } else if (order > 0) {
        change(now.get(j));
        fresh.set(j++);
      } else {
        keep(old.get(i), i++, now.get(j), j++);
      }
    }
  }

  /** Whether both plans have the same areas under the same owner ids. */
  boolean isSame() {
    return changed.isEmpty();
  }

  /** The areas of fresh grids in code order. */
  List<LatticeMultiPolygon> freshAreas(Plan after) {
    return areas(after, fresh);
  }

  static List<LatticeMultiPolygon> areas(Plan plan, BitSet grids) {
    return grids.stream().mapToObj(grid -> plan.grids().get(grid).drawnArea()).toList();
  }

  /** Owner ids of some grids of a plan, by the owner ids that they have among themselves. */
  static int[] owners(BitSet grids) {
    int[] owners = new int[grids.cardinality() + 1];
    int[] indices = grids.stream().toArray();
    Arrays.setAll(owners, k -> k == 0 ? Locator.NOBODY : indices[k - 1] + 1);
    return owners;
  }

  @SuppressWarnings("ReferenceEquality") // the same unit is not compared
  private void keep(Unit was, int wasIndex, Unit is, int isIndex) {
    if (was == is || was.drawnArea().equals(is.drawnArea())) {
      later[wasIndex + 1] = isIndex + 1;
    } else {
      change(was);
      change(is);
      fresh.set(isIndex);
    }
  }

  private void change(Unit grid) {
    changed.add(new GridRings(grid.drawnArea()).envelope());
  }

  @SuppressWarnings("ReferenceEquality") // the same unit is not compared
  private static int order(List<Unit> old, int i, List<Unit> now, int j) {
    if (i == old.size()) {
      return 1;
    }
    if (j == now.size()) {
      return -1;
    }
    return old.get(i) == now.get(j)
        ? 0
        : Plan.CODE_ORDER.compare(old.get(i).code(), now.get(j).code());
  }
}
