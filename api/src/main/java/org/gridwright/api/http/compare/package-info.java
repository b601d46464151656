/**
 * Plans compared with each other, and crosswalks between themes.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Nothing is worked out here: every number, place and fate is that of the comparison.
 *   <li>Rows that are equal in the order asked for stay in order of codes, so that pages of one
 *       comparison neither repeat a row nor leave one out.
 *   <li>{@code total} counts all rows that match, not only those of the page.
 * </ol>
 */
@NullMarked
package org.gridwright.api.http.compare;

import org.jspecify.annotations.NullMarked;
