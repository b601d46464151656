/**
 * {@code /api/v1/addresses}: one address and its grid today.
 *
 * <p>Condition: the grid is that of the default theme's plan in force when it is asked; the answer
 * has none where nobody owns the place.
 */
@NullMarked
package org.gridwright.api.http.addresses;

import org.jspecify.annotations.NullMarked;
