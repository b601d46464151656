/**
 * Which units of a plan stand out: incidents counted by unit, related to what is at risk there, and
 * tested against chance by {@link org.gridwright.core.hotspot}.
 *
 * <p>Open {@link org.gridwright.data.hotspot.plan.HotspotDesk} for the local statistics, and {@link
 * org.gridwright.data.hotspot.plan.MethodQuestion} for the other methods: each is a record that
 * holds what it is asked, and one computation for the command line and for the jobs of {@link
 * org.gridwright.data.hotspot.plan.MethodDesk}.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>A result is a value: the same question about the same plan and the same data has the same
 *       figures, on any number of cores.
 *   <li>What is not defined has a reason and no number.
 * </ul>
 */
@NullMarked
package org.gridwright.data.hotspot.plan;

import org.jspecify.annotations.NullMarked;
