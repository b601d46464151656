/**
 * How evenly something is spread over the units of a level: the figures that a planner balances a
 * plan by, and how far each unit is from the mean or from the theme's target.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Totals, ranges, tolerances and bins are exact: they are computed with the numbers as they
 *       are told, never with rounded or binary ones. Only means, deviations and the coefficient of
 *       variation, which need not be finite decimals, are doubles.
 *   <li>A unit without a number is counted as such and is in no sum and no mean; missing is not
 *       zero.
 *   <li>A unit of an upper level has the sum of what is below it.
 *   <li>What cannot be computed, of fewer than two units or about a mean of zero, is absent with a
 *       {@link org.gridwright.core.balance.NoFigure reason}; nothing is ever NaN or infinite.
 *   <li>What a plan's grids have after a change follows from what they had before, at the cost of
 *       the grids that the change touches, besides copying references and numbers.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.balance.PlanBalance} first; {@link
 * org.gridwright.core.balance.GridAmounts} is what it is computed from.
 */
@NullMarked
package org.gridwright.core.balance;

import org.jspecify.annotations.NullMarked;
