/**
 * Plans: how a city is divided, before any geometry is computed.
 *
 * <p>A {@link org.gridwright.core.plan.Theme} names its levels coarse to fine; a {@link
 * org.gridwright.core.plan.Plan} is one state of the theme's {@linkplain
 * org.gridwright.core.plan.Unit units}. A plan may hold defects (overlaps, gaps, invalid rings): it
 * is raw material, and the coverage package says what is wrong with it. These conditions always
 * hold:
 *
 * <ol>
 *   <li>A code is unique within its theme and level.
 *   <li>Every unit below the top level has exactly one parent, which exists one level above.
 *   <li>Every unit of the finest level (a grid) has an area; an upper unit has one only once it was
 *       drawn from its grids.
 *   <li>Units of a level are ordered by code, by Unicode code point; the rank in that order is the
 *       unit's index, so that "the smallest code" and "the smallest index" mean the same.
 *   <li>A {@link org.gridwright.core.plan.PlanChange} holds what was and what is, so that it can be
 *       applied only where it fits, and reversed.
 * </ol>
 */
@NullMarked
package org.gridwright.core.plan;

import org.jspecify.annotations.NullMarked;
