/**
 * What is wrong or doubtful in a plan, as values, whoever found it.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A {@link org.gridwright.core.finding.Finding}'s id depends on its kind, units and place
 *       only: the same defect has the same id next time, in whatever order the units were loaded.
 *   <li>Areas are square metres and widths metres on the ellipsoid; places are degrees, longitude
 *       first.
 *   <li>What an exception holds for has the same kind and units, lies over the same place, and has
 *       not grown.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.finding.Finding} first, then {@link
 * org.gridwright.core.finding.Acceptances}.
 */
@NullMarked
package org.gridwright.core.finding;

import org.jspecify.annotations.NullMarked;
