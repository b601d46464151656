/**
 * Files that assign codes to units, as redistricting bureaus exchange them: each row says to which
 * unit of the level above a unit belongs, or to which grid a block.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A file goes in as one edit or not at all. Rows that can not hold are all looked for, and
 *       named with their lines.
 *   <li>Codes are texts: what looks like a number keeps its leading zeros, on the way in and on the
 *       way out.
 *   <li>What no row names keeps what it has.
 *   <li>What was written of a plan goes into the same plan again without changing it, where its
 *       grids are unions of the blocks.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.assignments.AssignmentFile} first.
 */
@NullMarked
package org.gridwright.data.assignments;

import org.jspecify.annotations.NullMarked;
