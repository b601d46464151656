/** {@code /api/v1/addresses}: one address and its grid today. */
@NullMarked
package org.gridwright.api.http.addresses;

import org.jspecify.annotations.NullMarked;
