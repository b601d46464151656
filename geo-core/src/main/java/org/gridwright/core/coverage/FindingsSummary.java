package org.gridwright.core.coverage;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Findings counted.
 *
 * @param byKind an entry for every kind, in the order of the kinds
 * @param blocking number of findings that block publishing
 * @param warnings number of the others
 */
public record FindingsSummary(Map<Finding.Kind, Tally> byKind, int blocking, int warnings) {

  /**
   * Findings of one kind.
   *
   * @param count how many
   * @param blocking how many of them block publishing
   * @param areaSquareMetres sum of their areas; where three grids overlap, each pair counts
   */
  public record Tally(int count, int blocking, double areaSquareMetres) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Finding finding) {
      return new Tally(
          count + 1,
          blocking + (finding.severity() == Severity.BLOCKING ? 1 : 0),
          areaSquareMetres + finding.areaSquareMetres());
    }
  }

  public FindingsSummary {
    byKind = Collections.unmodifiableMap(new EnumMap<>(byKind));
  }

  public static FindingsSummary of(Collection<Finding> findings) {
    Map<Finding.Kind, Tally> tallies = new EnumMap<>(Finding.Kind.class);
    for (Finding.Kind kind : Finding.Kind.values()) {
      tallies.put(kind, Tally.NONE);
    }
    findings.forEach(finding -> tallies.compute(finding.kind(), (k, tally) -> tally.plus(finding)));
    int blocking = tallies.values().stream().mapToInt(Tally::blocking).sum();
    return new FindingsSummary(tallies, blocking, findings.size() - blocking);
  }

  /** The tally of one kind; zero where there is no finding of it. */
  public Tally of(Finding.Kind kind) {
    return byKind.getOrDefault(kind, Tally.NONE);
  }

  /** Sum of the areas of all findings in square metres. */
  public double areaSquareMetres() {
    return byKind.values().stream().mapToDouble(Tally::areaSquareMetres).sum();
  }

  public int total() {
    return blocking + warnings;
  }
}
