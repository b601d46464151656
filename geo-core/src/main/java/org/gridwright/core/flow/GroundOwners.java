package org.gridwright.core.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.Packed;
import org.gridwright.core.locate.GridOwners;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Who answers for places: their one owner, or the nearest grid where nobody owns them. For one
 * thread.
 */
final class GroundOwners {

  /** About 100 m, and doubled until somebody is near. */
  private static final long FIRST_REACH = 10_000;

  private static final long LAST_REACH = 1L << 32;

  private final GridsNear grids;
  private final GridOwners near;
  private final Map<Long, Optional<String>> nearest = new HashMap<>();

  /**
   * @param grids of the whole plan
   * @param box around the places that will be asked for
   */
  GroundOwners(GridsNear grids, LatticeEnvelope box, Progress progress) {
    this.grids = grids;
    this.near = GridOwners.of(grids.near(box), progress);
  }

  /** Code of the grid that owns a {@link Packed} place. */
  Optional<String> owner(long place) {
    return near.owner(Packed.x(place), Packed.y(place)).map(Unit::code);
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
        return GridOwners.of(grids.near(widened(box, 2 * reach))).nearest(x, y).map(Unit::code);
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
}
