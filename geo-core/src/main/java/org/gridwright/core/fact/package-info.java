/**
 * What ground carries: numbers, names and tags of units, and what their kind lets become of them
 * when borders move.
 *
 * <p>A number is <em>counted</em> once, on the ground that a unit had that day ({@link
 * org.gridwright.core.fact.CountedGround}). As long as a unit has that very ground, it simply has
 * the number. From then on, units hold {@linkplain org.gridwright.core.fact.Held shares} of what
 * was counted, by the places (addresses) of the counted ground that lie in them. Conditions:
 *
 * <ol>
 *   <li>A share says how much of the counted ground's weight lies in a unit <em>now</em>. It is
 *       computed from the counted ground and the present borders, never from an earlier share, so
 *       that the way by which borders came to lie where they are says nothing.
 *   <li>Counted ground never changes, and keeps the places by which it is divided, so that nothing
 *       that is looked up later changes what follows from it.
 *   <li>What is counted is an exact decimal number, or unknown; unknown is not zero.
 * </ol>
 */
@NullMarked
package org.gridwright.core.fact;

import org.jspecify.annotations.NullMarked;
