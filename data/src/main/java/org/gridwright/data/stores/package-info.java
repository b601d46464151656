/**
 * Opens stores by their address. Apart from the port, because it knows every implementation.
 *
 * <p>Condition: what it throws carries no user and no password.
 *
 * <p>Open {@link org.gridwright.data.stores.Stores}.
 */
@NullMarked
package org.gridwright.data.stores;

import org.jspecify.annotations.NullMarked;
