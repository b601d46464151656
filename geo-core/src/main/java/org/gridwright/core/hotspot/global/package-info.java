/**
 * One figure for all places: whether values that are near each other are alike at all, and up to
 * which distance.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Each class names the paper and the variant. Moments are those of {@code spdep} with its
 *       default of {@code adjust.n}: places without a neighbour count for means and sums of powers,
 *       but not for the number n of places.
 *   <li>z is positive where like values are near each other, of Geary's C too, which falls then.
 *   <li>What is not defined has a reason; nothing is ever NaN.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.global.GlobalMoran} first.
 */
@NullMarked
package org.gridwright.core.hotspot.global;

import org.jspecify.annotations.NullMarked;
