/** The HTTP API, asked over a real socket, on a real store. */
@NullMarked
package org.gridwright.api.http;

import org.jspecify.annotations.NullMarked;
