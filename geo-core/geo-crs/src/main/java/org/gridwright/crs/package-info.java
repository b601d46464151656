/**
 * From any coordinate reference system and datum to longitude and latitude of WGS 84.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Coordinates go in as (x, y) = (longitude or easting, latitude or northing) where the
 *       authority declares north and east in whatever order, otherwise in the authority's own
 *       order, such as (southing, westing); and come out as (longitude, latitude) in degrees.
 *   <li>Nothing is guessed: undeclared data is WGS 84; a code or datum that can not be honoured is
 *       refused with a {@link org.gridwright.crs.CrsException} that says what to do.
 *   <li>The datums {@link org.gridwright.crs.Datum#GCJ02} and {@link org.gridwright.crs.Datum#BD09}
 *       are undone by an iterated inverse, to a residual below 1e-9 degree (0.1 mm).
 *   <li>A shift that is known by parameters tells how good it is at the place of the data.
 *   <li>This is the only package that knows GeoTools; its database is the only file it writes.
 * </ol>
 *
 * <p>Open {@link org.gridwright.crs.CrsTransform} first; {@link org.gridwright.crs.CrsNames} reads
 * the names that files use, and {@link org.gridwright.crs.ShiftSuspicion} warns when new data looks
 * shifted against old.
 */
@NullMarked
package org.gridwright.crs;

import org.jspecify.annotations.NullMarked;
