/**
 * Areas, lengths and distances on the WGS 84 ellipsoid, in metres and square metres.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>An edge between two lattice points is measured as the geodesic between them (C. F. F.
 *       Karney, Algorithms for geodesics, J. Geodesy 87, 2013; as implemented by GeographicLib).
 *   <li>The area of a unit is the area of its shells less the area of its holes, whatever the
 *       direction of the rings; it is meaningful for valid areas only.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.measure.Geodesy}.
 */
@NullMarked
package org.gridwright.core.measure;

import org.jspecify.annotations.NullMarked;
