/** {@code /api/v1/officers} and {@code /api/v1/departments}: who answers for what. */
@NullMarked
package org.gridwright.api.http.directory;

import org.jspecify.annotations.NullMarked;
