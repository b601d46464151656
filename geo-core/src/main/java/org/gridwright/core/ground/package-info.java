/**
 * What rings enclose: the one place where outlines, as somebody drew them, become the ground of a
 * unit.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A ring encloses what even–odd says of that ring alone, whether or not it crosses itself.
 *   <li>A part is what its shell encloses, less what its own holes enclose. A hole takes nothing
 *       from another part, and adds nothing.
 *   <li>The ground of a unit is the union of its parts, however often they repeat or overlap.
 *   <li>Everywhere else, an area is read by even–odd over all its rings. So what comes in, from a
 *       file, a request or an older store, passes a {@link org.gridwright.core.ground.PartHeap}
 *       first; for its ground both readings are the same.
 *   <li>Rings that neither overlap nor run along each other stay as they were drawn. Others are
 *       drawn anew, through all their points; where they cross between lattice points, the crossing
 *       is rounded to the nearest one.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.ground.PartHeap} first.
 */
@NullMarked
package org.gridwright.core.ground;

import org.jspecify.annotations.NullMarked;
