package org.gridwright.data.draft;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.core.finding.Acceptances;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding, and whether a planner has accepted it.
 *
 * @param acceptance null where nobody has
 */
public record Reviewed(Finding finding, @Nullable Acceptance acceptance) {

  /** Findings in the order in which they were found, with the exceptions that hold for them. */
  public static List<Reviewed> all(List<Finding> findings, List<AcceptedFinding> exceptions) {
    Map<String, AcceptedFinding> byFinding = new HashMap<>();
    Acceptances.apply(findings, exceptions)
        .accepted()
        .forEach(pair -> byFinding.put(pair.finding().id(), pair.by()));
    return findings.stream().map(it -> of(it, byFinding.get(it.id()))).toList();
  }

  private static Reviewed of(Finding finding, @Nullable AcceptedFinding by) {
    return new Reviewed(
        finding, by == null ? null : new Acceptance(by.reason(), by.author(), by.at()));
  }

  /** Who accepted it, and why. */
  public record Acceptance(String reason, String author, Instant at) {}

  public Optional<Acceptance> accepted() {
    return Optional.ofNullable(acceptance);
  }
}
