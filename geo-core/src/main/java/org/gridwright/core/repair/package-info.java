/**
 * Mends what does not fit together in a plan, by proposal: what would happen to each place is said
 * first, and nothing changes until the proposal is applied.
 *
 * <p>Conditions that hold for every {@link org.gridwright.core.repair.Repaired}:
 *
 * <ol>
 *   <li>Each face of the plan's {@linkplain org.gridwright.core.arrangement arrangement} has one
 *       owner, or nobody, or was left as it is; what was left is listed.
 *   <li>No unit vanishes, is added, or changes its code, parent, name or attributes.
 *   <li>A vertex is moved no farther than the snapping distance. A place along an edge is moved no
 *       farther than twice that (the edge's ends may move, and the edge be led through a vertex),
 *       and two lattice steps. Outlines away from what is mended stay exactly as they were; there,
 *       not even a vertex is added.
 *   <li>Ground that is declared a void is given to nobody.
 *   <li>The same plan and options give the same result.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.repair.Repair} first.
 */
@NullMarked
package org.gridwright.core.repair;

import org.jspecify.annotations.NullMarked;
