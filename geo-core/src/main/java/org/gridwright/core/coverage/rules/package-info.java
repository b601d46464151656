/**
 * What a coverage check goes by, and the rules about single grids.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A {@link org.gridwright.core.coverage.rules.UnitRule} only warns, and looks at one valid
 *       grid and the median size; so an edit asks it about changed grids only.
 *   <li>Nothing here knows the settings of a city; {@code core.rule} turns those into {@link
 *       org.gridwright.core.coverage.rules.CoverageRules}.
 * </ol>
 */
@NullMarked
package org.gridwright.core.coverage.rules;

import org.jspecify.annotations.NullMarked;
