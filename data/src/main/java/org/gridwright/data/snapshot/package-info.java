/**
 * Plans in memory: what answers every look-up.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A {@link org.gridwright.data.snapshot.PlanSnapshot} is immutable; whoever holds one reads a
 *       consistent plan for as long as they like, whatever is published meanwhile.
 *   <li>The plan in force today is always in memory, one per theme, behind one atomic reference;
 *       readers never lock and never ask the store for it.
 *   <li>Other plans are loaded when first asked for and kept within a budget of vertices, the least
 *       recently used leaving first.
 *   <li>A snapshot of a plan that this process has published answers with a patched locator at
 *       first, and with one of its own, which gives the same answers, once that has been built.
 *   <li>Until plans have been read once, single places are answered by what was kept of those in
 *       force ({@link org.gridwright.data.snapshot.KeptPlans}), while the store says that it is
 *       right; what was kept of a locator is used with a plan of the same digest alone.
 *   <li>Who answers for a grid is in memory too, read beside the requests ({@link
 *       org.gridwright.data.snapshot.OfficerTable}).
 *   <li>A plan published by this process is seen after {@link
 *       org.gridwright.data.snapshot.Snapshots#refresh()}; one published by another process within
 *       the watch interval.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.snapshot.Snapshots} first.
 */
@NullMarked
package org.gridwright.data.snapshot;

import org.jspecify.annotations.NullMarked;
