package org.gridwright.data.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a clock stands.
 *
 * @param from inclusive
 * @param until exclusive, not before {@code from}; null while it lasts
 */
public record Pause(Instant from, @Nullable Instant until) {

  public Pause {
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException("a pause ends after it begins");
    }
  }
}
