/**
 * The store in one GeoPackage file (OGC 12-128r17, version 1.3) on SQLite.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>The file opens in QGIS and GDAL as it is and passes GDAL's validator: features first the
 *       layers {@code <theme>_<level>} with the plan in force today, history behind them.
 *   <li>One connection writes, several read; the write-ahead log keeps them out of each other's
 *       way, and {@code synchronous=FULL} makes a commit durable. What the log holds is moved into
 *       the file by {@link org.gridwright.data.store.geopackage.Checkpoints}, off the path of
 *       commits.
 *   <li>Nothing opens the file but SQLite. {@link org.gridwright.data.store.geopackage.FileWatch}
 *       stands before every session and commit and refuses where the file is not the one that was
 *       opened.
 *   <li>Every connection has the functions that the spatial index calls, {@link
 *       org.gridwright.data.store.geopackage.GeometryFunctions}.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.store.geopackage.GeoPackageStores} first. {@link
 * org.gridwright.data.store.geopackage.GeoPackageWriter} writes files with one plain layer, which
 * are no stores.
 */
@NullMarked
package org.gridwright.data.store.geopackage;

import org.jspecify.annotations.NullMarked;
