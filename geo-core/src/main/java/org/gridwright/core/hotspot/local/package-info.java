/**
 * Statistics of each place and its neighbours: where values are high or low together, or unlike.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Each class names the variant that it computes, and the paper. A local mean is not called
 *       Gi*, and no z is called a p.
 *   <li>Values may be negative; hot means more than expected, whatever the sign.
 *   <li>Every place is in the sums over all places, islands included; an island's own figure is not
 *       defined, with that as the reason.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.local.GetisOrd} first.
 */
@NullMarked
package org.gridwright.core.hotspot.local;

import org.jspecify.annotations.NullMarked;
