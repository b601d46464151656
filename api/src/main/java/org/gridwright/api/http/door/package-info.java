/**
 * What every request meets before a resource sees it, and what the server itself refuses.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Every answer carries the {@link org.gridwright.api.http.door.SecurityHeaders}, those of
 *       requests that cannot be read too.
 *   <li>Every refusal is a problem document, in the language of the request where that can be read.
 *   <li>A request for a host that is not this server's is refused, so that a page whose name was
 *       bound to this address reads nothing; so is a change that a page of another origin asks for.
 *   <li>What another origin may read is named by {@link org.gridwright.api.http.door.Doors}, and
 *       never with credentials.
 *   <li>Long work that a request waits for learns that its client has hung up.
 *   <li>A body keeps no thread before it is there, or 256 KiB of it; it has to arrive at a pace,
 *       and only so many are worked on at a time. What has no body waits for none of this.
 *   <li>One client has only so many bodies under way, and so has everybody together, with a place
 *       for whoever has none yet. Clients are told apart by {@link
 *       org.gridwright.api.http.door.ForwardedClients}; those at this machine are not counted.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.door;

import org.jspecify.annotations.NullMarked;
