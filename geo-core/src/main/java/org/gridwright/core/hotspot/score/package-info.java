/**
 * Does it hold: how well a ranking of places found the incidents of the next period, and how often
 * a method claims something where there is nothing.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A ranking is scored on a period that it has not seen, and beside baselines.
 *   <li>Places are taken by rank for their area, ties by number, while they are within the share of
 *       the area that is asked about; the first one always.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.score.RankingScore} and {@link
 * org.gridwright.core.hotspot.score.FalseClaims}.
 */
@NullMarked
package org.gridwright.core.hotspot.score;

import org.jspecify.annotations.NullMarked;
