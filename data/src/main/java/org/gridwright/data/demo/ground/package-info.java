/**
 * The ground of the demo city: where its units lie, before anything has a name.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>The grids are an exact partition of the outline on the lattice: they do not overlap, leave
 *       no gap, and neighbours hold the same points on the boundary that they share.
 *   <li>Every grid is one ring without holes. Communities, streets and districts are connected.
 *   <li>The same number of grids and the same seed give the same ground on every JVM: random
 *       numbers come from {@link org.gridwright.data.demo.ground.Seeded}, angles from {@link
 *       StrictMath}, and nothing depends on the number of threads.
 *   <li>Widths, lengths and places are in metres of a local {@link
 *       org.gridwright.data.demo.ground.Plane} (x east, y north) while streets are traced, and
 *       lattice steps everywhere else.
 * </ol>
 *
 * <p>How it works: a ring with densely spaced points is cut along a street that starts and ends at
 * points which the ring already has, and runs along a field of street directions. Points are never
 * added to a boundary later, so every ring along a street holds all of its points, and condition 1
 * needs no noding. Open {@link org.gridwright.data.demo.ground.GroundBuilder} first.
 */
@NullMarked
package org.gridwright.data.demo.ground;

import org.jspecify.annotations.NullMarked;
