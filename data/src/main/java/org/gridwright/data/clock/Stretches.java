package org.gridwright.data.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * A calendar's open time as stretches of real time.
 *
 * @param from seconds since 1970, ascending
 * @param to exclusive, each after its {@code from}
 * @param days that have any, as days since 1970
 */
record Stretches(long[] from, long[] to, int[] days) {

  /**
   * The open time of some days. While clocks are not put on or back, what they show is real time
   * less an offset; each such while is gone through by itself, so that nothing is counted of what
   * they skip, and what they show twice is counted twice.
   *
   * @param end exclusive
   */
  static Stretches of(WorkCalendar calendar, ZoneId zone, LocalDate first, LocalDate end) {
    ZoneRules rules = zone.getRules();
    Instant last = end.atStartOfDay(zone).toInstant();
    Growing grown = new Growing();
    Instant at = first.atStartOfDay(zone).toInstant();
    while (at.isBefore(last)) {
      ZoneOffsetTransition change = rules.nextTransition(at);
      Instant until =
          change == null || change.getInstant().isAfter(last) ? last : change.getInstant();
      long offset = rules.getOffset(at).getTotalSeconds();
      grown.addAll(calendar, at.getEpochSecond(), until.getEpochSecond(), offset);
      at = until;
    }
    return grown.stretches();
  }

  /** Arrays that grow. */
  private static final class Growing {

    private long[] from = new long[1024];
    private long[] to = new long[1024];
    private int[] days = new int[1024];
    private int size;
    private int open;

    /** Adds what is open between two moments while clocks are ahead by so much. */
    void addAll(WorkCalendar calendar, long begins, long ends, long offset) {
      long day = Math.floorDiv(begins + offset, (long) OpenSpan.DAY);
      for (; day * OpenSpan.DAY - offset < ends; day++) {
        long midnight = day * OpenSpan.DAY - offset;
        boolean opens = false;
        for (OpenSpan span : calendar.hours(LocalDate.ofEpochDay(day))) {
          long start = Math.max(begins, midnight + span.from());
          long stop = Math.min(ends, midnight + span.to());
          if (start < stop) {
            add(start, stop);
            opens = true;
          }
        }
        if (opens && (open == 0 || days[open - 1] < day)) {
          addDay(Math.toIntExact(day));
        }
      }
    }

    private void add(long begins, long ends) {
      if (size == from.length) {
        from = Arrays.copyOf(from, size * 2);
        to = Arrays.copyOf(to, size * 2);
      }
      from[size] = begins;
      to[size++] = ends;
    }

    private void addDay(int day) {
      if (open == days.length) {
        days = Arrays.copyOf(days, open * 2);
      }
      days[open++] = day;
    }

    Stretches stretches() {
      return new Stretches(
          Arrays.copyOf(from, size), Arrays.copyOf(to, size), Arrays.copyOf(days, open));
    }
  }
}
