/**
 * {@code /api/v1/events}: tells open maps what changed, as server-sent events.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A stream takes no thread while nothing happens, and whoever tells an event never waits for
 *       a reader: a stream whose reader does not read is ended, and the reader comes back.
 *   <li>An event says that something changed, not what it is now; nothing is repeated. Who comes
 *       back reads anew what is shown.
 *   <li>When the server closes, all streams end first.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.events.Events} first.
 */
@NullMarked
package org.gridwright.api.http.events;

import org.jspecify.annotations.NullMarked;
