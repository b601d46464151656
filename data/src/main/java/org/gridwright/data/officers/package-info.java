/**
 * Who answers for grids when a plan takes the place of another.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>An officer whose grid only has a new code goes on under it; nobody is asked.
 *   <li>Where more than a share of a grid's addresses are in other grids, or the grid is no more,
 *       there is one {@link org.gridwright.data.officers.OfficerQuestion} for each of its officers.
 *       Unanswered, an officer stays with the grid, and goes where most of it goes when it is no
 *       more.
 *   <li>Questions follow from both plans, the roster and the addresses alone.
 *   <li>What becomes of officers is written in the transaction that publishes the plan.
 * </ol>
 */
@NullMarked
package org.gridwright.data.officers;

import org.jspecify.annotations.NullMarked;
