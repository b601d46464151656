package org.gridwright.core.locate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/**
 * Who owns points among some grids of a plan, by the rule of the one owner. Takes one pass over
 * their vertices to make, so that it is for a few grids, or for many points. Immutable and
 * thread-safe.
 */
public final class GridOwners {

  private final List<Unit> grids;
  private final JtsLocator locator;

  private GridOwners(List<Unit> grids, Progress progress) {
    this.grids = grids;
    this.locator = JtsLocator.of(grids.stream().map(Unit::drawnArea).toList(), progress);
  }

  /**
   * Owners among grids, in any order.
   *
   * @param grids of different codes, all that come near the points, or one may seem to be another's
   */
  public static GridOwners of(Collection<Unit> grids) {
    return of(grids, Progress.NONE);
  }

  /**
   * As above, watched.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static GridOwners of(Collection<Unit> grids, Progress progress) {
    return new GridOwners(
        grids.stream().sorted(Comparator.comparing(Unit::code, Plan.CODE_ORDER)).toList(),
        progress.quiet());
  }

  /** The grids in code order. */
  public List<Unit> grids() {
    return grids;
  }

  /** The grid that owns a point, in lattice steps. */
  public Optional<Unit> owner(int x, int y) {
    int owner = locator.owner(x, y);
    return owner == Locator.NOBODY ? Optional.empty() : Optional.of(grids.get(owner - 1));
  }

  /** The grid that is nearest to a point that none of them owns. */
  public Optional<Unit> nearest(int x, int y) {
    return locator.place(x, y).runnerUp().map(nearest -> grids.get(nearest.owner() - 1));
  }
}
