/**
 * Which places count as neighbours of which, and how much: the scale at which a hotspot is claimed.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Places are numbered from 0 in the order of their codes. Rows are ascending, so that every
 *       sum over a row is made in one order, whoever made the row.
 *   <li>A weight is finite and above 0; what is 0 is no link. Whether a place is in its own row is
 *       said; it is added before rows are standardised, never after.
 *   <li>Distances are in metres, on the ellipsoid between places in longitude and latitude, or in
 *       the plane where coordinates are told to be metres. A band includes its end.
 *   <li>A place without a neighbour is an island: it is counted and named, and nothing is made up
 *       for it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.weights.SpatialWeights} first.
 */
@NullMarked
package org.gridwright.core.hotspot.weights;

import org.jspecify.annotations.NullMarked;
