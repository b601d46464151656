/**
 * Counts compared with what is at risk: rates, what is expected, and rates of small places
 * smoothed.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>What is at risk is any number of at least 0: addresses, households, an area, or incidents
 *       of another category. A place with nothing at risk has no rate, smoothed or not, and is in
 *       no sum; its own cases are left out with it.
 *   <li>A rate is cases per one at risk, in the unit of what is at risk.
 *   <li>Each figure names its paper and variant.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.rates.CountsAtRisk} first.
 */
@NullMarked
package org.gridwright.core.hotspot.rates;

import org.jspecify.annotations.NullMarked;
