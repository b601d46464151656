/**
 * Layers as tables, and tables as GeoJSON, CSV or GeoPackage.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Rows are read page by page: memory does not grow with the layer.
 *   <li>GeoJSON follows RFC 7946; CSV is UTF-8 after RFC 4180 and gives points as {@code lon},
 *       {@code lat} and areas as {@code wkt}, all in degrees of WGS 84, longitude first.
 *   <li>Coarsened places do not tell more than their grid: the point is the grid's label point, the
 *       address text is left out, and a place in no grid is left out.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.export.Table} first.
 */
@NullMarked
package org.gridwright.data.export;

import org.jspecify.annotations.NullMarked;
