/**
 * Calendars and rules of due times as files, and tables to which due times are added.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A row that means nothing, or contradicts another, refuses the file with its line: a wrong
 *       calendar makes every due time wrong without a sign of it.
 *   <li>A row of the table that has no due time stays, and it is counted why.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.clock.file.DueTable} first.
 */
@NullMarked
package org.gridwright.data.clock.file;

import org.jspecify.annotations.NullMarked;
