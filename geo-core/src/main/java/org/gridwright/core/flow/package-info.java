/**
 * How facts follow the ground.
 *
 * <p>Conditions that hold for every change of a plan that goes through {@link
 * org.gridwright.core.flow.FactFlow}:
 *
 * <ol>
 *   <li>Totals are conserved: the sum of an extensive attribute over a level is the same before and
 *       after, unless a count was entered; then it changes by the difference that is told.
 *   <li>Facts follow from counted grounds and present borders alone: the same ground reached by
 *       other edits, or by merging two drafts, has the same facts, and what is divided and joined
 *       again has its count.
 *   <li>A place of counted ground belongs to the grid that is its one owner; a place that is
 *       nobody's, to the nearest grid, so that nothing that was counted is lost.
 *   <li>Ground that is nobody's brings nothing to the unit that it is given to.
 *   <li>What is told is rounded last, by the largest remainder within each counted ground, so that
 *       the parts of a count add up to it.
 * </ol>
 *
 * <p>{@link org.gridwright.core.flow.FactFlow} carries facts through a change; {@link
 * org.gridwright.core.flow.PlanFacts} tells them.
 */
@NullMarked
package org.gridwright.core.flow;

import org.jspecify.annotations.NullMarked;
