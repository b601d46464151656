/**
 * Where things concentrate. For now the counting of points in hexagons; a count is a count and
 * claims no significance.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Hexagons share their corners exactly: neighbours repeat the same lattice points.
 *   <li>Which hexagon holds a point depends on the point, the origin and the width only.
 * </ol>
 */
@NullMarked
package org.gridwright.core.hotspot;

import org.jspecify.annotations.NullMarked;
