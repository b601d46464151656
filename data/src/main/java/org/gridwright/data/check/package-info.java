/**
 * Checks plans with everything that the store knows: the rules of their theme, its jurisdiction and
 * official outlines, addresses, incidents, officers and facilities, and what planners have
 * accepted.
 *
 * <p>Conditions: a check only reads; what was accepted is told from what is open, never left out.
 *
 * <p>Open {@link org.gridwright.data.check.PlanCheck}.
 */
@NullMarked
package org.gridwright.data.check;

import org.jspecify.annotations.NullMarked;
