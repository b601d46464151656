package org.gridwright.core.gwl;

import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;

/**
 * A plan to be written, with its locator.
 *
 * @param days when it is in force
 * @param locator of {@code plan}
 */
public record GwlContent(long id, long revision, GwlDays days, Plan plan, PackedLocator locator) {}
