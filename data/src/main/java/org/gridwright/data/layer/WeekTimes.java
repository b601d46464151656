package org.gridwright.data.layer;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collection;

/**
 * Hours of some weekdays: a moment is in it where its hour and its weekday are. Immutable; equal
 * where the same moments are in it.
 *
 * @param hours bit h is set where the hour from h o'clock is in it, 0 to 23
 * @param weekdays bit 0 is set where Monday is in it, to bit 6 for Sunday
 */
public record WeekTimes(int hours, int weekdays) {

  public static final int HOURS = 24;
  public static final int WEEKDAYS = 7;

  /** The whole week. */
  public static final WeekTimes ALWAYS = new WeekTimes((1 << HOURS) - 1, (1 << WEEKDAYS) - 1);

  public WeekTimes {
    if (hours <= 0 || hours >= 1 << HOURS || weekdays <= 0 || weekdays >= 1 << WEEKDAYS) {
      throw new IllegalArgumentException("hours " + hours + " of weekdays " + weekdays);
    }
  }

  /**
   * Those of given hours and weekdays; of all of them where none is given.
   *
   * @param hours from 0 to 23
   * @param weekdays from 1, Monday, to 7
   */
  public static WeekTimes of(Collection<Integer> hours, Collection<Integer> weekdays) {
    return new WeekTimes(
        hours.isEmpty()
            ? ALWAYS.hours
            : hours.stream().mapToInt(it -> 1 << it).reduce(0, WeekTimes::or),
        weekdays.isEmpty()
            ? ALWAYS.weekdays
            : weekdays.stream().mapToInt(it -> 1 << (it - 1)).reduce(0, WeekTimes::or));
  }

  private static int or(int a, int b) {
    return a | b;
  }

  /** Whether a moment is in it. */
  public boolean contains(LocalDateTime moment) {
    return has(hours, moment.getHour()) && has(weekdays, weekday(moment.getDayOfWeek()));
  }

  /** The number of a weekday, from 0, Monday. */
  public static int weekday(DayOfWeek day) {
    return day.getValue() - 1;
  }

  private static boolean has(int bits, int bit) {
    return ((bits >> bit) & 1) == 1;
  }
}
