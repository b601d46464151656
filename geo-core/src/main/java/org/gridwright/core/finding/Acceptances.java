package org.gridwright.core.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells findings that a planner has accepted from those that are open. */
public final class Acceptances {

  /** A finding, and the exception that holds for it. */
  public record Pair(Finding finding, AcceptedFinding by) {}

  /**
   * Findings told apart, both in the order in which they were found.
   *
   * @param open findings that nobody has accepted
   */
  public record Verdicts(List<Finding> open, List<Pair> accepted) {

    public Verdicts {
      open = List.copyOf(open);
      accepted = List.copyOf(accepted);
    }

    /** How many open findings keep the plan from being published. */
    public long blocking() {
      return open.stream().filter(it -> it.severity() == Severity.BLOCKING).count();
    }
  }

  private record Key(Finding.Kind kind, List<String> units) {}

  private Acceptances() {}

  /** Looks, for each finding, for the first exception that holds for it. */
  public static Verdicts apply(
      Collection<Finding> findings, Collection<AcceptedFinding> exceptions) {
    if (exceptions.isEmpty()) {
      return new Verdicts(List.copyOf(findings), List.of());
    }
    Map<Key, List<AcceptedFinding>> byKey = new HashMap<>();
    for (AcceptedFinding exception : exceptions) {
      byKey
          .computeIfAbsent(new Key(exception.kind(), exception.units()), it -> new ArrayList<>())
          .add(exception);
    }
    List<Finding> open = new ArrayList<>();
    List<Pair> accepted = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<AcceptedFinding> holding =
          byKey.getOrDefault(new Key(finding.kind(), finding.units()), List.of()).stream()
              .filter(exception -> exception.holdsFor(finding))
              .findFirst();
      holding.ifPresentOrElse(
          exception -> accepted.add(new Pair(finding, exception)), () -> open.add(finding));
    }
    return new Verdicts(open, accepted);
  }
}
