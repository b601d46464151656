package org.gridwright.core.gwl;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a plan is in force.
 *
 * @param from the first; null where there is none
 * @param to the first on which it is no longer in force; null where there is none
 */
public record GwlDays(@Nullable LocalDate from, @Nullable LocalDate to) {

  private static final long OPEN_FROM = Long.MIN_VALUE;
  private static final long OPEN_TO = Long.MAX_VALUE;

  /** Whether the plan is in force on a day. */
  public boolean contain(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
  }

  long first() {
    return from == null ? OPEN_FROM : from.toEpochDay();
  }

  long end() {
    return to == null ? OPEN_TO : to.toEpochDay();
  }

  /** The days of two day numbers counted from 1970-01-01. */
  static GwlDays of(long first, long end) {
    return new GwlDays(
        first == OPEN_FROM ? null : LocalDate.ofEpochDay(first),
        end == OPEN_TO ? null : LocalDate.ofEpochDay(end));
  }
}
