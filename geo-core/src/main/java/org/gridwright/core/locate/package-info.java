/**
 * Whose grid is this point in? Exactly, on the lattice.
 *
 * <p>The one-owner rule, for grids as half-open point sets:
 *
 * <ol>
 *   <li>A grid <em>holds</em> a point p when the point p + (ε, ε²), ε → 0+, lies in its interior
 *       (even–odd over all its rings).
 *   <li>The owner of p is the grid that holds it; where several do (an overlap), the one with the
 *       smallest code, and the answer is <em>contested</em> and names all of them.
 *   <li>Where none holds it but the boundary of at least one grid passes through p (the outer
 *       boundary), the owner is the touching grid with the smallest code.
 *   <li>Otherwise nobody owns p.
 * </ol>
 *
 * <p>The answer depends on the plan's areas and codes only, never on load order. Owners are
 * {@linkplain org.gridwright.core.plan.Plan#grids() grid indices} plus one; 0 means no owner.
 */
@NullMarked
package org.gridwright.core.locate;

import org.jspecify.annotations.NullMarked;
