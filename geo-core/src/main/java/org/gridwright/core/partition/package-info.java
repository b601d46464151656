/**
 * The seamless form of a plan: arcs shared by neighbours, and faces.
 *
 * <p>Conditions that hold for every {@link org.gridwright.core.partition.Partition}:
 *
 * <ol>
 *   <li>Each arc is a chain of lattice points with one owner on its left and a different one on its
 *       right; an owner is a grid or {@linkplain org.gridwright.core.partition.Partition#OUTSIDE
 *       nobody}.
 *   <li>Arcs meet at nodes only. A node is a point where other than two arc ends meet; an arc
 *       without a node is closed, and its first point is its last.
 *   <li>Each face has one owner or none. Grids do not overlap; an enclosed face that nobody owns is
 *       a gap face, which may be a lake or a hole in the map: the partition does not judge.
 *   <li>An arc belongs to level L when the units of level L on its two sides differ, so that upper
 *       units are read off the arcs and not computed.
 * </ol>
 *
 * <p>A vertex of one grid that lies exactly on a neighbour's edge (a T-junction) is no defect: the
 * edge is divided there. There is no tolerance; anything else that does not fit is refused with a
 * {@link org.gridwright.core.partition.NotSeamlessException}.
 *
 * <p>Open {@link org.gridwright.core.partition.Partition} first. {@link
 * org.gridwright.core.partition.UpperLevels} draws upper units, from the partition where the plan
 * is seamless.
 */
@NullMarked
package org.gridwright.core.partition;

import org.jspecify.annotations.NullMarked;
