/**
 * What only a look at the plan as a whole finds: narrow inlets from outside, and differences from
 * official outlines of upper units.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>What is found here warns and never blocks.
 *   <li>Inlets are looked for again only where an edit can have changed the outer border, outlines
 *       compared again only where it can have changed what lies in them.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.coverage.outlines.WiderFindings} first.
 */
@NullMarked
package org.gridwright.core.coverage.outlines;

import org.jspecify.annotations.NullMarked;
