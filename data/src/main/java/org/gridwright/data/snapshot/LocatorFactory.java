package org.gridwright.data.snapshot;

import java.util.Optional;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

/** Builds the locator of a plan: the one place to choose which. Called from several threads. */
@FunctionalInterface
public interface LocatorFactory {

  Locator of(Plan plan);

  /**
   * A locator that gives the answers of {@link #of} for now, made at once from that of a plan which
   * differs in little; empty where there is none.
   */
  default Optional<Locator> after(Plan before, Locator locator, Plan plan) {
    return Optional.empty();
  }
}
