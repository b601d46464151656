package org.gridwright.data.snapshot;

import java.util.Optional;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.locate.PatchedLocator;
import org.gridwright.core.plan.Plan;

/** Packed locators; patched ones until they have been built. */
public final class PackedLocators implements LocatorFactory {

  @Override
  public Locator of(Plan plan) {
    return PackedLocator.of(plan);
  }

  @Override
  public Optional<Locator> after(Plan before, Locator locator, Plan plan) {
    return PatchedLocator.of(before, locator, plan);
  }
}
