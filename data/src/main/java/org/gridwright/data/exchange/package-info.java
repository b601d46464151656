/**
 * Readers and writers of the files that people bring and take away: GeoJSON, GeoPackage, CSV.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Readers stream: memory depends on the largest single feature or record, never on the file.
 *       Records and tokens too long to be data are refused.
 *   <li>A reader hands on what the file says: coordinates in the file's own reference system, field
 *       values as text. It interprets nothing that the reading options do not name; only curves are
 *       handed on as lines. Which system that is the options say before the file does.
 *   <li>Whatever is wrong with a file is one {@link org.gridwright.data.exchange.InputException}:
 *       it names the file, the line or feature (both counted from 1), what is wrong, and what to
 *       do.
 *   <li>Writers print lattice coordinates exactly, with no more than 7 decimals, and GeoJSON after
 *       RFC 7946.
 *   <li>Files are taken for what their first bytes say, not for what their names say.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.exchange.FeatureReader} for reading and {@link
 * org.gridwright.data.exchange.GeoJsonWriter} for writing.
 */
@NullMarked
package org.gridwright.data.exchange;

import org.jspecify.annotations.NullMarked;
