package org.gridwright.data.store;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.coverage.rules.CoverageRules;
import org.gridwright.core.coverage.rules.OfficialOutline;
import org.gridwright.core.finding.AcceptedFinding;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.rule.RuleSet;

/**
 * What plans of a theme are checked by at one moment.
 *
 * @param jurisdiction what the grids are meant to cover exactly, where that is known
 * @param outlines official outlines of upper units by depth, then code
 * @param accepted findings that were accepted, in the order of acceptance
 */
public record CheckBasis(
    RuleSet rules,
    Optional<LatticeMultiPolygon> jurisdiction,
    List<OfficialOutline> outlines,
    List<AcceptedFinding> accepted) {

  public CheckBasis {
    outlines = List.copyOf(outlines);
    accepted = List.copyOf(accepted);
  }

  /** The same with other rules. */
  public CheckBasis by(RuleSet other) {
    return new CheckBasis(other, jurisdiction, outlines, accepted);
  }

  /** What the coverage is checked by. */
  public CoverageRules coverage() {
    return rules.coverage(jurisdiction, outlines);
  }
}
