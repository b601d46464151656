package org.gridwright.core.gwl;

import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;

/**
 * A plan to be written, with its locator.
 *
 * @param days when it is in force
 * @param digest of {@code plan}, see {@link PlanDigest}
 * @param locator of {@code plan}
 */
public record GwlContent(
    long id, long revision, GwlDays days, String digest, Plan plan, PackedLocator locator) {

  /** With the digest, which takes a pass over all vertices. */
  public GwlContent(long id, long revision, GwlDays days, Plan plan, PackedLocator locator) {
    this(id, revision, days, PlanDigest.of(plan), plan, locator);
  }
}
