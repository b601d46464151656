package org.gridwright.api.http.search;

import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticeRing;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.measure.LocalFrame;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** The grids around a place that is not known to the metre. */
final class TouchedGrids {

  private TouchedGrids() {}

  /** The units that a place is in, the largest first; none where no grid owns it. */
  static List<Unit> path(@Nullable PlanSnapshot plan, LatticePoint place) {
    int owner = plan == null ? Locator.NOBODY : plan.locator().owner(place.x(), place.y());
    return plan == null || owner == Locator.NOBODY ? List.of() : plan.path(owner);
  }

  /** The codes of the grids within a distance of a place, the one that owns it first. */
  static List<String> codes(@Nullable PlanSnapshot plan, LatticePoint place, double metres) {
    List<Unit> path = path(plan, place);
    List<String> codes = new ArrayList<>();
    if (!path.isEmpty()) {
      codes.add(path.get(path.size() - 1).code());
    }
    if (plan == null || metres <= 0) {
      return codes;
    }
    LocalFrame frame = LocalFrame.at(place);
    Envelope around = frame.within(metres);
    LatticeEnvelope box =
        new LatticeEnvelope(
            (int) Math.floor(around.getMinX()),
            (int) Math.floor(around.getMinY()),
            (int) Math.ceil(around.getMaxX()),
            (int) Math.ceil(around.getMaxY()));
    for (int index : plan.plan().meeting(plan.theme().gridLevel().depth(), box)) {
      Unit grid = plan.plan().grids().get(index);
      if (!codes.contains(grid.code()) && isWithin(grid, frame, metres)) {
        codes.add(grid.code());
      }
    }
    return codes;
  }

  private static boolean isWithin(Unit grid, LocalFrame frame, double metres) {
    boolean[] near = {false};
    grid.drawnArea().forEachRing(ring -> near[0] |= isWithin(ring, frame, metres));
    return near[0];
  }

  private static boolean isWithin(LatticeRing ring, LocalFrame frame, double metres) {
    for (int i = 0; i < ring.size(); i++) {
      int next = i + 1 == ring.size() ? 0 : i + 1;
      long from = Packed.of(ring.x(i), ring.y(i));
      if (frame.metresToEdge(from, Packed.of(ring.x(next), ring.y(next))) <= metres) {
        return true;
      }
    }
    return false;
  }
}
