/**
 * Where incidents were reported in one zone and lie in another.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>An incident is <em>compared</em> when its source recorded a zone at the theme and level,
 *       and the plan has that zone. The others are counted, not judged.
 *   <li>It <em>agrees</em> when the computed zone is the reported one, and <em>nearly agrees</em>
 *       when the point is not farther than a tolerance from the reported zone's closed area.
 *       Agreeing incidents nearly agree.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.disagreement.Disagreements} first.
 */
@NullMarked
package org.gridwright.data.disagreement;

import org.jspecify.annotations.NullMarked;
