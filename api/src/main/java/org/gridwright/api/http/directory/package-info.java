/**
 * {@code /api/v1/officers} and {@code /api/v1/departments}: who answers for what.
 *
 * <p>Condition: officers are listed up to a limit, and read from the store no further.
 */
@NullMarked
package org.gridwright.api.http.directory;

import org.jspecify.annotations.NullMarked;
