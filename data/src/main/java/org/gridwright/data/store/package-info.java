/**
 * The store port: what Gridwright keeps, whatever keeps it.
 *
 * <p>Conditions that every implementation meets and the contract test checks:
 *
 * <ol>
 *   <li>{@link org.gridwright.data.store.Store#transaction} is all or nothing: after an exception,
 *       or a kill of the process, the store is as it was before. What returned was made durable.
 *   <li>Published plans never change. A plan costs rows only for the units in which it differs from
 *       the theme's previous published plan.
 *   <li>Readers see a consistent state and are not blocked by a writer.
 *   <li>Streams hold a connection until they are closed, and use constant memory.
 *   <li>Failures are {@link org.gridwright.data.store.StoreException}s whose message says what,
 *       where and what to do, and never contains a password.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.store.Store} first; {@code Stores} opens one by its address.
 */
@NullMarked
package org.gridwright.data.store;

import org.jspecify.annotations.NullMarked;
