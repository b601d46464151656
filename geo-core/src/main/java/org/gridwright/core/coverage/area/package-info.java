/**
 * Areas as a check reads them: rings that are valid or not, units as a file draws them, ground
 * under declared voids, and pieces of ground with their measures.
 *
 * <p>Condition: an area is valid here exactly when JTS says so; the quick answer of {@link
 * org.gridwright.core.ground.SimpleRing} is given only where it is sure.
 */
@NullMarked
package org.gridwright.core.coverage.area;

import org.jspecify.annotations.NullMarked;
