/**
 * {@code /api/v1/drafts}: plans being edited.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Drafts are changed by the {@link org.gridwright.data.draft.DraftDesk} only; this package
 *       turns requests into its calls, and what it says into answers.
 *   <li>What was answered with a success is stored.
 *   <li>A change says which version it was made on. What the desk refuses comes back as 412, 409 or
 *       422 with what a planner needs: the version, the units, both states of them, the place.
 *   <li>An edit that comes twice under one id is made once.
 *   <li>Open maps are told of every change, by whichever process it was made.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.drafts.DraftsResource} first.
 */
@NullMarked
package org.gridwright.api.http.drafts;

import org.jspecify.annotations.NullMarked;
