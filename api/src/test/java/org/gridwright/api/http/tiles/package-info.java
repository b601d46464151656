/** Tests of tiles over HTTP. */
@NullMarked
package org.gridwright.api.http.tiles;

import org.jspecify.annotations.NullMarked;
