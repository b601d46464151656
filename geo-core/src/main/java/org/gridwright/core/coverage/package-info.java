/**
 * What is wrong with the coverage of a plan.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A check after an edit finds what a full check finds, in the same order.
 *   <li>A plan without a blocking finding is seamless: a partition can be built from it.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.coverage.CoverageCheck} first, then {@link
 * org.gridwright.core.coverage.CheckedPlan}. The rooms below, none of which looks up: {@code area}
 * says what is valid and what is void, {@code rules} what a check goes by and what it finds at
 * single grids, {@code seams} reads the faces between grids, {@code outlines} looks at the plan as
 * a whole.
 */
@NullMarked
package org.gridwright.core.coverage;

import org.jspecify.annotations.NullMarked;
