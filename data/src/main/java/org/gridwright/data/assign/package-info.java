/**
 * Rows of a file, each with the grid that its place is in.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Every row stays, in order, with five columns appended; memory is constant.
 *   <li>A row whose coordinates cannot be read gets empty columns and is counted; it never stops
 *       the rows behind it.
 *   <li>Coordinates are degrees of WGS 84.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.assign.Assignment} first.
 */
@NullMarked
package org.gridwright.data.assign;

import org.jspecify.annotations.NullMarked;
