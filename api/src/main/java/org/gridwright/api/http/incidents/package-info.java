/**
 * {@code /api/v1/incidents}: what happened or was reported.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A reported incident is answered only after it is durable in the store.
 *   <li>It is given the grid of the plan in force at its time; that never changes afterwards.
 *   <li>Members of a report that are not known are dropped, reporters' contact details with them.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.incidents;

import org.jspecify.annotations.NullMarked;
