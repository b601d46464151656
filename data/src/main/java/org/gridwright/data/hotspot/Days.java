package org.gridwright.data.hotspot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included.
 *
 * @param first null for any
 * @param last null for any
 */
public record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

  /** Whether a day is one of them, in days since 1970 began. */
  boolean holds(long day) {
    return day >= firstOr(day) && day <= lastOr(day);
  }

  /** Whether a day is one of them. */
  public boolean holds(LocalDate day) {
    return holds(day.toEpochDay());
  }

  /** Whether any day is one of them. */
  public boolean isAny() {
    return first == null && last == null;
  }

  /** The first day, in days since 1970 began. */
  public long firstOr(long other) {
    return first == null ? other : first.toEpochDay();
  }

  /** The last day, in days since 1970 began. */
  public long lastOr(long other) {
    return last == null ? other : last.toEpochDay();
  }
}
