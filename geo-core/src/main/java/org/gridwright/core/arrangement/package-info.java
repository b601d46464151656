/**
 * The faces that outlines cut the plane into, each with the set of units over it.
 *
 * <p>Conditions that hold for every {@link org.gridwright.core.arrangement.Arrangement}:
 *
 * <ol>
 *   <li>All points lie on the lattice; edges meet at their end points only. Where outlines cross
 *       between lattice points, the crossing was rounded to the nearest one.
 *   <li>A unit covers a face when a walk from outside to the face crosses its rings an odd number
 *       of times (even–odd over all its rings, valid or not).
 *   <li>Units in whose neighbourhood nothing is wrong are not named one by one: together they are
 *       one owner, {@link org.gridwright.core.arrangement.Arrangement#SOUND}, and the edges among
 *       them are no part of the arrangement. Their outlines were not touched.
 *   <li>Every unit that covers a face with other than one owner, lies along an enclosed face that
 *       nobody owns, or has an edge that was divided or moved, is named.
 *   <li>The result depends on the areas only, not on the order of work.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.arrangement.Arrangement} first. {@link
 * org.gridwright.core.arrangement.SnapRounding} says how crossings come onto the lattice.
 */
@NullMarked
package org.gridwright.core.arrangement;

import org.jspecify.annotations.NullMarked;
