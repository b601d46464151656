/**
 * Which units of a plan stand out: incidents counted by unit, related to what is at risk there, and
 * tested against chance by {@link org.gridwright.core.hotspot}.
 *
 * <p>Open {@link org.gridwright.data.hotspot.plan.HotspotDesk}; what scans, densities and scores
 * take from a store is read by {@link org.gridwright.data.hotspot.plan.PlanScan}, {@link
 * org.gridwright.data.hotspot.plan.PlanDensity} and {@link
 * org.gridwright.data.hotspot.plan.PlanScore}; units over time by {@link
 * org.gridwright.data.hotspot.plan.UnitIncidents}.
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
