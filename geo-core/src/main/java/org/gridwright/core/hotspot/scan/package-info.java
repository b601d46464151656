/**
 * The circular scan: which circle of places, or cylinder of places and steps of time, holds more
 * (or fewer) incidents than its share would explain, and how often chance alone makes one as
 * strong.
 *
 * <p>Source: M. Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997 (Poisson
 * and Bernoulli); M. Kulldorff, Prospective time periodic geographical disease surveillance using a
 * scan statistic, J. Royal Statistical Society A 164, 2001 (cylinders, alive); M. Kulldorff et al.,
 * A space-time permutation scan statistic for disease outbreak detection, PLoS Medicine 2, 2005; A.
 * M. Abrams, K. Kleinman, M. Kulldorff, Gumbel based p-value approximations for spatial scan
 * statistics, Int. J. Health Geographics 9, 2010.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Windows are centred on places, and hold the places nearest to the centre. Places at equal
 *       distance, to a billionth, enter together.
 *   <li>A window holds at most the share of the population and reaches at most as far as was asked
 *       for, both inclusive.
 *   <li>Populations are added up as whole numbers, so that the same members give the same
 *       likelihood ratio from whichever centre, in whichever order.
 *   <li>Replicas depend on seed and number alone, and only their greatest values are kept: nothing
 *       depends on how many threads there are.
 *   <li>The p of a cluster tells of the whole search: no further adjustment is needed for having
 *       looked at many windows.
 *   <li>The Poisson model takes incidents as independent. Where they are not, overdispersed counts
 *       are called clusters; whoever shows results says so.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.scan.CircularScan} first; {@link
 * org.gridwright.core.hotspot.scan.ScanData} is what it looks at.
 */
@NullMarked
package org.gridwright.core.hotspot.scan;

import org.jspecify.annotations.NullMarked;
