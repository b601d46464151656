/**
 * Layers taken away over HTTP: files that are written as jobs and fetched when they are done.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>What is written is what {@code gridwright export} writes of the same question: GeoJSON and
 *       CSV byte for byte, GeoPackages row for row.
 *   <li>A file of a draft is of one state of it: when the draft changes meanwhile, it is written
 *       anew, and refused where that goes on.
 *   <li>Who asked may leave: a file is found again by its id, which nobody can guess, or in the
 *       list, until it is deleted or nobody has asked for it for long.
 *   <li>No connection to the store is held while a client reads.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.exports.ExportsResource} first.
 */
@NullMarked
package org.gridwright.api.http.exports;

import org.jspecify.annotations.NullMarked;
