/**
 * Whether the grids of a plan serve the city: addresses and incidents that no grid owns, grids that
 * nobody answers for, with too few or too many households, with more or less of something than
 * others, or out of reach of a facility.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>What is found warns and never blocks: it says something about the city, not about the seam.
 *   <li>A city that keeps no facts of a sort gets no findings about them.
 *   <li>Places that no grid owns are grouped by the nearest grid: there are never more findings of
 *       that kind than grids.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.service.ServiceCheck} first.
 */
@NullMarked
package org.gridwright.core.service;

import org.jspecify.annotations.NullMarked;
