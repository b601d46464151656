/**
 * Work that takes long, done beside whoever asked for it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A job is waiting, running, or over; once over, its state does not change. It ends done,
 *       failed (its deadline counts as a failure) or cancelled.
 *   <li>A room for jobs has a pool of its own, so many running at once and so many waiting, and
 *       refuses what is more. Parallel streams of a job run in that pool, and nowhere else: the
 *       machine's common pool stays free for those who locate. On a server that pool leaves them a
 *       processor.
 *   <li>A job that is cancelled, late, or left by the last who waited for it stops at its next
 *       {@linkplain org.gridwright.core.work.Progress#checkpoint() checkpoint}; only then its place
 *       is free.
 *   <li>Closing a room cancels everything in it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.work.Jobs} first.
 */
@NullMarked
package org.gridwright.data.work;

import org.jspecify.annotations.NullMarked;
