/**
 * Redraws of a plan with what a store knows of the city: which points weigh what, and the proposal
 * as one edit of a draft.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A proposal is worked out on a plan that does not change meanwhile, and changes nothing. It
 *       can be put into effect on a later version of a draft where its ground was left alone.
 *   <li>The same plan, order and city give the same proposal, so that what was previewed is what is
 *       applied.
 *   <li>Households are kept with grids. Where a redraw is balanced by them, they are taken to be
 *       spread evenly over the addresses of their grid, and the new grids are given their sums.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.redraw.Redrawing} first.
 */
@NullMarked
package org.gridwright.data.redraw;

import org.jspecify.annotations.NullMarked;
