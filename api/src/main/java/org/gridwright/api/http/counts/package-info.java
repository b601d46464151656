/**
 * {@code /api/v1/counts}: incidents per unit of a level, or per hexagon.
 *
 * <p>Condition: these are counts and rates, not tests of significance, and nothing in the answer
 * says otherwise.
 */
@NullMarked
package org.gridwright.api.http.counts;

import org.jspecify.annotations.NullMarked;
