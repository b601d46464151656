/**
 * {@code /api/v1/facts}: what the attributes of a theme's grids are, to be confirmed and changed.
 *
 * <p>Condition: declarations are stored as a whole; a request names only what it changes, and is
 * done or refused as a whole.
 */
@NullMarked
package org.gridwright.api.http.facts;

import org.jspecify.annotations.NullMarked;
