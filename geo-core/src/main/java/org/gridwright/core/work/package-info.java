/**
 * How long work is watched: whether it is to go on, and how far it is.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Whoever does long work is given a {@link org.gridwright.core.work.Progress} as an argument,
 *       and comes to a checkpoint in every loop that a large plan makes long.
 *   <li>Work is stopped at a checkpoint only, by an exception; what it has made until then is
 *       thrown away, so nothing is left half done.
 *   <li>Nothing here starts a thread, waits, or keeps a lock. Parallel streams run in the pool of
 *       whoever calls, and all their threads share one progress.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.work.Progress} first.
 */
@NullMarked
package org.gridwright.core.work;

import org.jspecify.annotations.NullMarked;
