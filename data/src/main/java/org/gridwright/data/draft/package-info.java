/**
 * Drafts at work: the only way by which the server and the command line change them.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>What {@link org.gridwright.data.draft.DraftDesk} returned as done is stored; a process that
 *       is killed afterwards loses none of it.
 *   <li>The stored version of a draft is the truth. What the desk holds in memory is brought up to
 *       it before anything is decided, since another process may have moved on.
 *   <li>One draft changes by one edit at a time, in the order in which edits come; those that wait
 *       together are stored together. Nobody is told of one, nor of what follows from it, before it
 *       is stored. Different drafts do not wait for each other, and who reads waits for nobody.
 *   <li>A change adds no blocking finding: it leads from one seamless plan to another, and makes a
 *       plan that has defects no worse.
 *   <li>An edit made on an older version is applied to the present one where no unit is touched by
 *       both; otherwise it is refused with both versions of those units.
 *   <li>A {@link org.gridwright.data.draft.DraftState} is immutable.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.draft.DraftDesk} first.
 */
@NullMarked
package org.gridwright.data.draft;

import org.jspecify.annotations.NullMarked;
