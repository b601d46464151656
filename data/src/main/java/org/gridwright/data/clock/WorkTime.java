package org.gridwright.data.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * The open time of a calendar in a zone, from 1970 to 2169: adds, subtracts and measures it. Made
 * once for a calendar (some ten milliseconds, 4 MB); each question is a search in arrays. Immutable
 * and thread-safe.
 */
public final class WorkTime {

  /** First day that is known. */
  public static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

  /** The day after the last one. */
  public static final LocalDate END = LocalDate.of(2170, 1, 1);

  private static final long SECOND = 1_000_000_000L;

  private final ZoneId zone;

  /** Open stretches of real time in order, in seconds since 1970; none is empty. */
  private final long[] from;

  private final long[] to;

  /** Open seconds before each stretch; one more for those of all. */
  private final long[] before;

  /** Days on which the calendar opens, as days since 1970, ascending. */
  private final int[] workingDays;

  private WorkTime(ZoneId zone, Stretches stretches) {
    this.zone = zone;
    this.from = stretches.from();
    this.to = stretches.to();
    this.workingDays = stretches.days();
    this.before = new long[from.length + 1];
    for (int i = 0; i < from.length; i++) {
      before[i + 1] = before[i] + to[i] - from[i];
    }
  }

  /** The open time of a calendar in a city. */
  public static WorkTime of(WorkCalendar calendar, ZoneId zone) {
    return new WorkTime(zone, Stretches.of(calendar, zone, FIRST, END));
  }

  public ZoneId zone() {
    return zone;
  }

  /** The first open moment at or after one; empty where it does not open again. */
  public Optional<Instant> opening(Instant moment) {
    int next = after(moment);
    if (next == from.length) {
      return Optional.empty();
    }
    return Optional.of(moment.getEpochSecond() < from[next] ? at(from[next]) : moment);
  }

  /** Open nanoseconds between two moments, the later one last. */
  public long between(Instant first, Instant last) {
    return sum(last) - sum(first);
  }

  /**
   * The moment at which so much time has been open since another; of no time at all the first open
   * moment. Empty where there is not so much.
   *
   * @param nanos not negative
   */
  public Optional<Instant> plus(Instant moment, long nanos) {
    if (nanos == 0) {
      return opening(moment);
    }
    long whole = before[from.length] * SECOND;
    long already = sum(moment);
    return nanos > whole - already ? Optional.empty() : Optional.of(when(already + nanos));
  }

  /**
   * The last moment since which so much time has been open when another comes, such as when to
   * remind of it. Empty where there was not so much.
   *
   * @param nanos positive
   */
  public Optional<Instant> minus(Instant moment, long nanos) {
    long left = sum(moment) - nanos;
    if (left < 0) {
      return Optional.empty();
    }
    int stretch = Arrays.binarySearch(before, left / SECOND);
    int index = stretch >= 0 ? stretch : -stretch - 2;
    return Optional.of(Instant.ofEpochSecond(from[index], left - before[index] * SECOND));
  }

  /**
   * The same time of day so many working days on, from the first open moment; where the calendar is
   * not open then, the next moment when it is. Empty where it does not open so often.
   *
   * @param days not negative
   */
  public Optional<Instant> plusDays(Instant moment, int days) {
    Instant start = opening(moment).orElse(null);
    if (start == null || days == 0) {
      return Optional.ofNullable(start);
    }
    ZonedDateTime local = start.atZone(zone);
    int today = Arrays.binarySearch(workingDays, Math.toIntExact(local.toLocalDate().toEpochDay()));
    if (today < 0 || days >= workingDays.length - today) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofEpochDay(workingDays[today + days]);
    LocalDateTime then = day.atTime(local.toLocalTime());
    return openOrNext(ZonedDateTime.ofLocal(then, zone, local.getOffset()).toInstant());
  }

  /** A moment at which it is open or just closes, else the next at which it opens. */
  private Optional<Instant> openOrNext(Instant moment) {
    int next = after(moment);
    boolean closes = next > 0 && moment.equals(at(to[next - 1]));
    return closes ? Optional.of(moment) : opening(moment);
  }

  /** The first stretch that has not ended at a moment. */
  private int after(Instant moment) {
    int found = Arrays.binarySearch(to, moment.getEpochSecond());
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Open nanoseconds from the first day until a moment. */
  private long sum(Instant moment) {
    int next = after(moment);
    boolean within = next < from.length && moment.getEpochSecond() >= from[next];
    return before[next] * SECOND
        + (within ? (moment.getEpochSecond() - from[next]) * SECOND + moment.getNano() : 0);
  }

  /** The first moment before which so many nanoseconds were open. */
  private Instant when(long nanos) {
    long second = (nanos - 1) / SECOND;
    int found = Arrays.binarySearch(before, second);
    int index = found >= 0 ? found : -found - 2;
    return Instant.ofEpochSecond(from[index], nanos - before[index] * SECOND);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
