/**
 * The lattice: all stored geometry lies on whole multiples of 1e-7 degree, about one centimetre.
 *
 * <p>Conditions that hold for every value of this package:
 *
 * <ol>
 *   <li>A coordinate is a pair of 32-bit integers, longitude ({@code x}) first, in lattice steps of
 *       WGS 84; see {@link org.gridwright.core.lattice.Lattice}.
 *   <li>The points of one theme lie less than 90 degrees apart in each direction and do not cross
 *       the antimeridian, so that every difference fits in 30 bits and every orientation is exact
 *       in 64-bit integers.
 *   <li>A ring is closed: its last point repeats its first. Shells run counter-clockwise and holes
 *       clockwise (the right-hand rule of RFC 7946) whenever the ring encloses any area.
 *   <li>Values are immutable and safe to read from any thread.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.lattice.Lattice} first; degrees enter and leave there and
 * nowhere else. {@link org.gridwright.core.lattice.LatticeJts} is the bridge to JTS.
 */
@NullMarked
package org.gridwright.core.lattice;

import org.jspecify.annotations.NullMarked;
