/**
 * What can be drawn, listed or taken away: layers, described once for every door that hands them
 * out.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A {@link org.gridwright.data.layer.Layer} says its fields, their types and their titles in
 *       a {@link org.gridwright.data.layer.LayerSchema}; every row has exactly the fields asked
 *       for.
 *   <li>A {@link org.gridwright.data.layer.LayerQuery} is checked against the schema before
 *       anything is read; what does not fit is a {@link org.gridwright.data.layer.LayerException}.
 *   <li>A {@link org.gridwright.data.layer.Filter} keeps the same rows whether it is evaluated in
 *       memory ({@link org.gridwright.data.layer.FilterEvaluation}) or by a database. Its logic is
 *       that of SQL: what is asked of a missing value is unknown, and only what is true is kept.
 *   <li>Rows come in a total order. A page begins after the last row of the one before and not at a
 *       number, so that rows which come or go meanwhile make no other row come twice or be left
 *       out.
 *   <li>A page is read whole; no connection is held while somebody reads rows.
 *   <li>Text is ordered by Unicode code point, missing values come last in both directions, moments
 *       count to the microsecond.
 *   <li>No type of HTTP, of a file format or of a database is known here.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.layer.Layer} first; {@link
 * org.gridwright.data.layer.LayerSchemas} names the layers there are.
 */
@NullMarked
package org.gridwright.data.layer;

import org.jspecify.annotations.NullMarked;
