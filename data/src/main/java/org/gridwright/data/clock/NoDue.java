package org.gridwright.data.clock;

import java.util.Locale;

/** Why something is not due at any time. */
public enum NoDue {
  /** The calendar has no opening time from then on. */
  NEVER_OPENS,
  /** It would be due later, or was opened earlier, than calendars reach. */
  BEYOND_CALENDAR,
  /** Its clock stands, and nobody said until when. */
  ON_HOLD;

  /** The name used in files and APIs, such as {@code never-opens}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
