/**
 * How sure a local statistic is: what it would be if the values of the other places lay elsewhere,
 * as exact moments, as an exact distribution, and drawn; and what many claims at once are worth.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A conditional permutation keeps a place's own value where it is and draws those of its
 *       neighbours from the other n − 1 without replacement. Moments, exact chances and drawn
 *       chances here are all of that one distribution, for each place by itself.
 *   <li>A chance is from 0 to 1 and says which side it is of. A two-sided one is twice the smaller
 *       side, at most 1.
 *   <li>What has no chance has a {@link org.gridwright.core.hotspot.inference.NotDefined reason}
 *       instead, and takes no part in an adjustment. Nothing is ever NaN.
 *   <li>The same seed gives the same draws for each place, on any number of processors.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.inference.LocalSum} first.
 */
@NullMarked
package org.gridwright.core.hotspot.inference;

import org.jspecify.annotations.NullMarked;
