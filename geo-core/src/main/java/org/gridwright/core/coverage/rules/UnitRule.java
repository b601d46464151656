package org.gridwright.core.coverage.rules;

import java.util.Optional;
import org.gridwright.core.finding.Finding;

/** A rule about the shape of single grids. What it finds is worth a look and never blocks. */
public interface UnitRule {

  /**
   * What the rule finds at a valid grid.
   *
   * @param medianSquareMetres the median area of the plan's valid grids; a number only where one of
   *     the plan's rules compares sizes
   */
  Optional<Finding> find(UnitShapes.ValidGrid shape, double medianSquareMetres);
}
