/**
 * {@code /api/v1/locate}: whose grid is this point in? One point as JSON, many as a stream of CSV
 * or NDJSON.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A stream is answered row by row while it is still coming in, in constant memory, in order.
 *   <li>All rows of a stream are answered from the same plan.
 *   <li>A row that cannot be read gets an answer without a grid; it never stops the rows behind it.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.locate;

import org.jspecify.annotations.NullMarked;
