package org.gridwright.core.locate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A plan as far as it takes to say whose a place is: in memory with everything else, or in a file.
 * Units may lack their areas. Immutable and thread-safe.
 */
public interface LocatedPlan {

  /** The plan's id in its store. */
  long id();

  /** Counts the published plans of the theme; 0 for a draft. */
  long revision();

  /** First day in force; null for a draft. */
  @Nullable LocalDate effectiveFrom();

  Theme theme();

  /** The grid of an owner id; empty for {@link Locator#NOBODY}. */
  Optional<Unit> grid(int owner);

  /** The units from the coarsest level down to the grid of an owner id, itself last. */
  List<Unit> path(int owner);

  /** A locator that answers for one point, in lattice steps, longitude first. */
  Locator locatorAt(int x, int y);
}
