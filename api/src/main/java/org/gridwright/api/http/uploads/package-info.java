/**
 * {@code /api/v1/uploads}: files that are brought in by a browser, looked at, and imported as a
 * command line would.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>An upload is known by an id that nobody can guess, lies in a folder that only its owner
 *       reads, and is gone when it is deleted, not asked for in a while, or the server ends.
 *   <li>Their size and number are bounded. One that breaks off leaves nothing behind.
 *   <li>What a file is, is looked at by {@link org.gridwright.data.intake.look}, and it is imported
 *       by {@link org.gridwright.data.intake}: the same readers, checks and sentences as on the
 *       command line.
 *   <li>An import is a job: it tells how far it is, is cancelled at once, and changes all or
 *       nothing.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.uploads.UploadsResource} first.
 */
@NullMarked
package org.gridwright.api.http.uploads;

import org.jspecify.annotations.NullMarked;
