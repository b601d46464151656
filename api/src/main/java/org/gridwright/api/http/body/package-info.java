/**
 * Reads JSON bodies strictly: what a member may be is said once, and what it is not is told with
 * the path of the member.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Every problem names the member as a path, such as {@code edits[2].line.coordinates[0]}.
 *   <li>A member that nobody asked for is refused: it is a typing error more often than an
 *       extension.
 *   <li>Geometries become lattice values; whatever has no place on the lattice is refused here.
 * </ol>
 *
 * <p>Open {@link org.gridwright.api.http.body.Members} first.
 */
@NullMarked
package org.gridwright.api.http.body;

import org.jspecify.annotations.NullMarked;
