/**
 * Who answers for what: {@code /api/v1/officers}, {@code /api/v1/assignments}, {@code
 * /api/v1/roster} and {@code /api/v1/departments}.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Officers are listed up to a limit, and read from the store no further.
 *   <li>Whoever answers for a grid does so on a day: that of the request, or today.
 *   <li>Nothing but name and work contact is kept of an officer.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.directory;

import org.jspecify.annotations.NullMarked;
