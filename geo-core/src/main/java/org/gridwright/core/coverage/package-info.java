/**
 * What is wrong with a plan, as typed findings with a place and a measure.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A {@link org.gridwright.core.coverage.Finding}'s id depends on its kind, units and place
 *       only: the same defect has the same id next time, in whatever order the units were loaded.
 *   <li>Areas are square metres and widths metres on the ellipsoid; places are degrees, longitude
 *       first.
 *   <li>What an exception holds for has the same kind and units, lies over the same place, and has
 *       not grown.
 *   <li>Ground under a declared void is no gap.
 *   <li>A plan without a blocking finding is seamless: a partition can be built from it.
 * </ol>
 */
@NullMarked
package org.gridwright.core.coverage;

import org.jspecify.annotations.NullMarked;
