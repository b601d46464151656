/**
 * Regular cells over the ground, squares and hexagons, of one width in metres each. Hexagons are
 * what things are counted in, and both are what land without grids is laid out in.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Neighbours share their corners exactly: they repeat the same lattice points.
 *   <li>Where a cell lies, and which one holds a point, depends on the frame, its origin and the
 *       width only.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.cells.CellGrid} first.
 */
@NullMarked
package org.gridwright.core.cells;

import org.jspecify.annotations.NullMarked;
