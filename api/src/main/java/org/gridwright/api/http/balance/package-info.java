/**
 * {@code /api/v1/drafts/{id}/balance}: how evenly something is spread over the units of a draft.
 *
 * <p>Condition: what is told of the whole city is told of all its units, however many there are;
 * units themselves are told in pages, and those in view where a rectangle is given.
 */
@NullMarked
package org.gridwright.api.http.balance;

import org.jspecify.annotations.NullMarked;
