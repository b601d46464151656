/**
 * {@code /api/v1/units}: the units of a level, and everything about one of them.
 *
 * <p>Condition: lists are in code order; {@code total} counts all that match, not only those
 * listed.
 */
@NullMarked
package org.gridwright.api.http.units;

import org.jspecify.annotations.NullMarked;
