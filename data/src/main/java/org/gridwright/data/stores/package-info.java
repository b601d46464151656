/**
 * Opens stores by their address. Apart from the port, because it knows every implementation.
 *
 * <p>Open {@link org.gridwright.data.stores.Stores}.
 */
@NullMarked
package org.gridwright.data.stores;

import org.jspecify.annotations.NullMarked;
