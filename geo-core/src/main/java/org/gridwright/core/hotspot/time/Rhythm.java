package org.gridwright.core.hotspot.time;

import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * The rhythm of the week: how many incidents there are at each hour of each weekday, and how many
 * there would be if hour and weekday had nothing to do with each other (K. Pearson's χ² of
 * independence, 1900; residuals adjusted as by S. J. Haberman, Biometrics 29, 1973). Immutable and
 * thread-safe.
 */
public final class Rhythm {

  public static final int WEEKDAYS = 7;
  public static final int HOURS = 24;

  private final long[][] counts;
  private final long[] ofWeekday = new long[WEEKDAYS];
  private final long[] ofHour = new long[HOURS];
  private long total;

  private Rhythm(long[][] counts) {
    this.counts = counts;
    for (int day = 0; day < WEEKDAYS; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        ofWeekday[day] += counts[day][hour];
        ofHour[hour] += counts[day][hour];
        total += counts[day][hour];
      }
    }
  }

  /**
   * From incidents.
   *
   * @param weekdays of each, from 0, Monday
   * @param hours of each, from 0 to 23
   * @throws HotspotException where they are not so
   */
  public static Rhythm of(int[] weekdays, int[] hours) {
    if (weekdays.length != hours.length) {
      throw new HotspotException(Message.core("hotspot.shape", weekdays.length, hours.length));
    }
    long[][] counts = new long[WEEKDAYS][HOURS];
    for (int i = 0; i < hours.length; i++) {
      if (weekdays[i] < 0 || weekdays[i] >= WEEKDAYS || hours[i] < 0 || hours[i] >= HOURS) {
        throw new HotspotException(Message.core("hotspot.rhythm", i + 1, weekdays[i], hours[i]));
      }
      counts[weekdays[i]][hours[i]]++;
    }
    return new Rhythm(counts);
  }

  /**
   * From counts.
   *
   * @param counts {@code counts[weekday][hour]}, weekdays from 0, Monday
   * @throws HotspotException where they are not of 7 weekdays and 24 hours
   */
  public static Rhythm of(long[][] counts) {
    long[][] kept = new long[WEEKDAYS][];
    for (int day = 0; day < WEEKDAYS; day++) {
      if (counts.length != WEEKDAYS || counts[day].length != HOURS) {
        throw new HotspotException(Message.core("hotspot.shape", counts.length, WEEKDAYS));
      }
      kept[day] = counts[day].clone();
    }
    return new Rhythm(kept);
  }

  public long count(int weekday, int hour) {
    return counts[weekday][hour];
  }

  public long total() {
    return total;
  }

  /** Incidents of the weekday times those of the hour over all; 0 without incidents. */
  public double expected(int weekday, int hour) {
    return total == 0 ? 0 : (double) ofWeekday[weekday] * ofHour[hour] / total;
  }

  /**
   * How many standard deviations the count is from what is expected; absent where the weekday or
   * the hour has no incidents, or all of them.
   */
  public OptionalDouble residual(int weekday, int hour) {
    double expected = expected(weekday, hour);
    double variance =
        total == 0
            ? 0
            : expected
                * (1 - (double) ofWeekday[weekday] / total)
                * (1 - (double) ofHour[hour] / total);
    return variance > 0
        ? OptionalDouble.of((counts[weekday][hour] - expected) / Math.sqrt(variance))
        : OptionalDouble.empty();
  }

  /** χ² over the weekdays and hours that have incidents. */
  public double chiSquare() {
    double sum = 0;
    for (int day = 0; day < WEEKDAYS; day++) {
      for (int hour = 0; hour < HOURS; hour++) {
        double expected = expected(day, hour);
        double off = counts[day][hour] - expected;
        sum += expected > 0 ? off * off / expected : 0;
      }
    }
    return sum;
  }

  /** (Weekdays with incidents − 1) × (hours with incidents − 1). */
  public int degreesOfFreedom() {
    int days = 0;
    for (long each : ofWeekday) {
      days += each > 0 ? 1 : 0;
    }
    int hours = 0;
    for (long each : ofHour) {
      hours += each > 0 ? 1 : 0;
    }
    return Math.max(0, days - 1) * Math.max(0, hours - 1);
  }

  /**
   * The chance of a χ² as great if hour and weekday had nothing to do with each other; rough where
   * many expectations are below 5, and absent without degrees of freedom.
   */
  public OptionalDouble p() {
    int degrees = degreesOfFreedom();
    return degrees == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(RegularizedGamma.Q.value(degrees / 2.0, chiSquare() / 2));
  }
}
