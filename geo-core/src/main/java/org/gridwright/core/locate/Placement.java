package org.gridwright.core.locate;

import java.util.List;
import java.util.Optional;

/**
 * Where a point lies in a plan.
 *
 * @param owner owner id, {@link Locator#NOBODY} where nobody owns the point
 * @param onBoundary whether the point lies on the boundary of at least one grid
 * @param contested owner ids of all grids that hold the point where there are two or more,
 *     ascending; empty otherwise
 * @param runnerUp the nearest grid that is neither the owner nor contesting; empty where there is
 *     no other grid
 */
public record Placement(
    int owner, boolean onBoundary, List<Integer> contested, Optional<RunnerUp> runnerUp) {

  public Placement {
    contested = List.copyOf(contested);
  }

  /**
   * The nearest other grid.
   *
   * @param owner its owner id; the smallest of those equally near
   * @param distanceMetres geodesic distance from the point to its closed area; 0 where it touches
   *     the point
   */
  public record RunnerUp(int owner, double distanceMetres) {}
}
