/**
 * Edits as values: a plan and an {@link org.gridwright.core.edit.Edit} give a {@link
 * org.gridwright.core.plan.PlanChange}, or a refusal with a reason and a place.
 *
 * <p>Conditions that hold for every change that is returned:
 *
 * <ol>
 *   <li>Where the plan was seamless, it still is: no overlap, no gap inside, no edges that do not
 *       match. An edit that can not keep this is refused.
 *   <li>A point that is put on a border is put into the outline of every unit that has that border;
 *       a vertex that is moved or removed is moved or removed in all of them. Nothing else changes:
 *       other vertices stay where they are, and units that the edit does not concern stay the same
 *       objects.
 *   <li>All points lie on the lattice. Where a drawn line meets an edge, the place is an existing
 *       vertex within the snapping distance, otherwise the nearest lattice point; the edge is led
 *       through it, which moves it by less than a centimetre.
 *   <li>What a split adds, a merge takes away: a border that is dissolved takes the points with it
 *       that were put on other borders for its sake. Such a point is one that ends up between two
 *       edges only, lies within rounding (1.5 cm) of the straight edge between its neighbours, and
 *       is no vertex of the {@linkplain org.gridwright.core.edit.EditablePlan#base() base}. With
 *       the base at hand, a split and the merge that undoes it give every outline back, vertex by
 *       vertex; without it, a vertex on a straight line at which a cut ended goes too.
 *   <li>Upper units that are drawn are the union of their grids afterwards if they were before; an
 *       upper unit that loses its last grid is removed.
 *   <li>Codes obey the theme's scheme if they did before; names, attributes and parents stay, and
 *       where codes come or go the lineage says which became which.
 *   <li>Of places that are handed over, each that goes has the new owner afterwards, and each that
 *       stays the one that it had, exactly.
 *   <li>The same plan, base and edit give the same change. Applying it, and then its {@linkplain
 *       org.gridwright.core.plan.PlanChange#reversed() reverse}, gives the plan back.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.edit.Editing} first. A preview is the same call: nothing is
 * changed by it. Each kind of edit is a record of its own, which {@link
 * org.gridwright.core.edit.Edit} lists.
 */
@NullMarked
package org.gridwright.core.edit;

import org.jspecify.annotations.NullMarked;
