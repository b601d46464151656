/**
 * Balanced redraws: cutting units into grids, joining grids to fewer, laying out grids over empty
 * land. Each gives a proposal, a {@link org.gridwright.core.divide.Redraw}, and changes nothing.
 *
 * <p>Conditions that hold for every proposal:
 *
 * <ol>
 *   <li>The new grids cover exactly the ground of what they replace, without overlap, on the
 *       lattice, and share their vertices with each other and with all grids around.
 *   <li>A border around what is replaced stays where it was. Cuts end at vertices that it already
 *       has; only where an edge is longer than a good part of a grid may they end between, and then
 *       every unit along that edge, of whatever level, takes the new vertex and is part of the
 *       proposal. Such a vertex lies on the edge or less than a lattice step (about 1 cm) beside
 *       it.
 *   <li>Each new grid is connected, unless the ground is not: islands too small for a grid of their
 *       own go to the nearest one, and the report counts such grids.
 *   <li>What can not be reached (a tolerance, with all weight in one point) is said in the report;
 *       only the impossible is refused, with a {@link org.gridwright.core.divide.DivideException}.
 *   <li>The same plan, options and seed give the same proposal, whatever the number of threads.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.divide.Divide} first.
 */
@NullMarked
package org.gridwright.core.divide;

import org.jspecify.annotations.NullMarked;
