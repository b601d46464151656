package org.gridwright.data.clock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which time a rule counts. */
public enum DueKind {
  /** Hours, day and night. */
  ELAPSED,
  /** Hours in which the calendar is open. */
  WORKING_HOURS,
  /** Days on which the calendar opens: so many on, at the same time of day. */
  WORKING_DAYS,
  /** Days of the almanac: so many on, at the same local time of day. */
  CALENDAR_DAYS;

  /** The name used in files, such as {@code working-days}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it counts whole days. */
  public boolean isOfDays() {
    return this == WORKING_DAYS || this == CALENDAR_DAYS;
  }

  /** Whether it needs a calendar. */
  public boolean isOfWork() {
    return this == WORKING_HOURS || this == WORKING_DAYS;
  }

  /** The kind of this name; words may be joined by blanks or lines as well. */
  public static Optional<DueKind> of(String id) {
    String plain = id.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
    return Arrays.stream(values()).filter(kind -> kind.id().equals(plain)).findFirst();
  }
}
