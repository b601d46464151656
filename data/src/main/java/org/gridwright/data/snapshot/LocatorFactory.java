package org.gridwright.data.snapshot;

import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;

/** Builds the locator of a plan: the one place to choose which. Called from several threads. */
@FunctionalInterface
public interface LocatorFactory {

  Locator of(Plan plan);
}
