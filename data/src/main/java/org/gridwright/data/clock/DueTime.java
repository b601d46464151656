package org.gridwright.data.clock;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, or why it is not; one of the two.
 *
 * @param known null where there is no such moment
 * @param missing null where there is
 */
public record DueTime(@Nullable Instant known, @Nullable NoDue missing) {

  public DueTime {
    if ((known == null) == (missing == null)) {
      throw new IllegalArgumentException("a moment, or the reason why there is none");
    }
  }

  static DueTime at(Instant moment) {
    return new DueTime(moment, null);
  }

  static DueTime never(NoDue reason) {
    return new DueTime(null, reason);
  }

  public Optional<Instant> moment() {
    return Optional.ofNullable(known);
  }

  public Optional<NoDue> reason() {
    return Optional.ofNullable(missing);
  }
}
