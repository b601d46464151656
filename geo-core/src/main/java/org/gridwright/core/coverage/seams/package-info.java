/**
 * Overlaps, gaps and edges that do not meet, read off the faces of an arrangement, and what is
 * wrong with single grids whatever the rules.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Ground under a declared void is no gap.
 *   <li>Faces too small to count are reported as the mismatched edges beside them: nothing is lost.
 *   <li>After an edit only its surroundings are checked, where that is sure to find what a full
 *       check finds; otherwise the whole plan is.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.coverage.seams.PlanSeams} first, then {@link
 * org.gridwright.core.coverage.seams.SeamFinders}.
 */
@NullMarked
package org.gridwright.core.coverage.seams;

import org.jspecify.annotations.NullMarked;
