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
 *   <li>Where a redraw is balanced by households, those of a grid are taken to be spread evenly
 *       over its addresses. What the new grids are told in the end follows from the edit, as for
 *       any other one.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.redraw.Redrawing} first.
 */
@NullMarked
package org.gridwright.data.redraw;

import org.jspecify.annotations.NullMarked;
