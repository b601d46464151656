package org.gridwright.core.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.JtsLocator;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.Placement;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;

/**
 * Who answers for places: their one owner, or the nearest grid where nobody owns them. For one
 * thread.
 */
final class GroundOwners {

  private static final Theme GRIDS = Theme.of("grids", "grids", CodeScheme.FREE, "grid");

  /** About 100 m, and doubled until somebody is near. */
  private static final long FIRST_REACH = 10_000;

  private static final long LAST_REACH = 1L << 32;

  private final GridsNear grids;
  private final Plan near;
  private final JtsLocator locator;
  private final Map<Long, Optional<String>> nearest = new HashMap<>();

  /**
   * @param grids of the whole plan
   * @param box around the places that will be asked for
   */
  GroundOwners(GridsNear grids, LatticeEnvelope box) {
    this.grids = grids;
    this.near = plan(grids.near(box));
    this.locator = JtsLocator.of(near);
  }

  /** Code of the grid that owns a {@link Packed} place. */
  Optional<String> owner(long place) {
    int owner = locator.owner(Packed.x(place), Packed.y(place));
    return owner == Locator.NOBODY
        ? Optional.empty()
        : Optional.of(near.grids().get(owner - 1).code());
  }

  /** Code of the grid that answers for a {@link Packed} place; empty in a plan without grids. */
  Optional<String> of(long place) {
    Optional<String> owner = owner(place);
    return owner.isPresent() ? owner : nearest.computeIfAbsent(place, this::nearest);
  }

  private Optional<String> nearest(long place) {
    int x = Packed.x(place);
    int y = Packed.y(place);
    for (long reach = FIRST_REACH; reach < LAST_REACH; reach *= 2) {
      LatticeEnvelope box = widened(new LatticeEnvelope(x, y, x, y), reach);
      if (!grids.near(box).isEmpty()) {
        Plan all = plan(grids.near(widened(box, 2 * reach)));
        return JtsLocator.of(all)
            .place(x, y)
            .runnerUp()
            .map(Placement.RunnerUp::owner)
            .map(owner -> all.grids().get(owner - 1).code());
      }
    }
    return Optional.empty();
  }

  static LatticeEnvelope widened(LatticeEnvelope box, long by) {
    return new LatticeEnvelope(
        within(box.minX() - by),
        within(box.minY() - by),
        within(box.maxX() + by),
        within(box.maxY() + by));
  }

  private static int within(long value) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  private static Plan plan(List<Unit> grids) {
    List<Unit> alone = new ArrayList<>();
    grids.forEach(
        grid -> alone.add(new Unit(0, grid.code(), null, grid.code(), Map.of(), grid.drawnArea())));
    return Plan.of(GRIDS, alone);
  }
}
