/**
 * {@code /api/v1/rules}: by what a theme's plans are checked, to be switched and tuned.
 *
 * <p>Condition: a rule set is stored as a whole; a request names only what it changes.
 */
@NullMarked
package org.gridwright.api.http.rules;

import org.jspecify.annotations.NullMarked;
