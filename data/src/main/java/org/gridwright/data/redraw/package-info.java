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
 *   <li>Where a redraw is balanced by households, its figures are what the new grids are told once
 *       the edit is made, as for any other edit; the points that it is worked out with only
 *       foretell them.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.redraw.Redrawing} first.
 */
@NullMarked
package org.gridwright.data.redraw;

import org.jspecify.annotations.NullMarked;
