package org.gridwright.data.draft;

import java.time.Instant;
import java.util.Optional;
import org.gridwright.core.coverage.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding, and whether a planner has accepted it.
 *
 * @param acceptance null where nobody has
 */
public record Reviewed(Finding finding, @Nullable Acceptance acceptance) {

  /** Who accepted it, and why. */
  public record Acceptance(String reason, String author, Instant at) {}

  public Optional<Acceptance> accepted() {
    return Optional.ofNullable(acceptance);
  }
}
