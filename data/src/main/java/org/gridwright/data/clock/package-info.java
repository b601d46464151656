/**
 * When something is due: rules, calendars of working time, and clocks that stand still while
 * something is on hold.
 *
 * <p>Conditions:
 *
 * <ol>
 *   <li>A due time follows from the rule, the calendar, the zone and the record alone: the moment
 *       something was opened, and the stretches in which its clock stood. Nothing here asks what
 *       time it is.
 *   <li>Working time is real time: an hour that summer time skips is not worked, one that comes
 *       twice is worked twice. Days run from midnight to midnight of the city, and a day that is
 *       open all day has no lost minute.
 *   <li>Stretches of time hold their first moment and not their last. Something that is due when
 *       the doors close is due then, not when they open again.
 *   <li>What has no due time has a {@link org.gridwright.data.clock.NoDue reason}; a calendar that
 *       never opens is one, and no search runs for ever.
 * </ol>
 *
 * <p>Open {@link org.gridwright.data.clock.DueClock} first.
 */
@NullMarked
package org.gridwright.data.clock;

import org.jspecify.annotations.NullMarked;
