/**
 * Since when, and when: two periods compared, trends, hotspots that emerge in a cube of places and
 * steps, the rhythm of the week, and whether one incident is soon followed by another nearby.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>Steps are of equal length and numbered from 0 in the order of time; a value for each place
 *       and step stands at place × steps + step.
 *   <li>What is not defined has a reason: {@link org.gridwright.core.hotspot.inference.NotDefined}
 *       or {@link org.gridwright.core.hotspot.time.NoTrend}.
 *   <li>Hot and cold mirror each other: turning the signs of all z turns the classes, but for
 *       places that were one nine steps in ten and the other at the last: there hot is asked first.
 *   <li>Replicas depend on seed and number alone, on any number of cores.
 * </ol>
 *
 * <p>Open {@link org.gridwright.core.hotspot.time.EmergingHotspots} for cubes, {@link
 * org.gridwright.core.hotspot.time.TwoPeriods} for a change, {@link
 * org.gridwright.core.hotspot.time.NearRepeat} for pairs.
 */
@NullMarked
package org.gridwright.core.hotspot.time;

import org.jspecify.annotations.NullMarked;
