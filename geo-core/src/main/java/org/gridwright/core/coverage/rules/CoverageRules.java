package org.gridwright.core.coverage.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.finding.FindingMaker;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;

/**
 * What a check counts as a defect; usually made from a theme's {@link
 * org.gridwright.core.rule.RuleSet}.
 *
 * @param gapWidthMetres an enclosed gap narrower than this blocks; a wider one is a hole worth a
 *     look, reported as a warning. {@link Double#POSITIVE_INFINITY}: every enclosed gap blocks
 * @param smallestSquareMetres overlaps and gaps with less area are below what the lattice can draw;
 *     their edges are reported as mismatched instead, so that nothing is lost
 * @param inletMetres bays of the outside narrower than this are reported; 0 for none
 * @param codeOrder whether sequences of scheme cn15 have to run west to east and north to south
 * @param outlineMetres differences from official outlines narrower than this are not reported
 * @param unitRules further rules about single grids
 * @param jurisdiction what the grids are meant to cover exactly, where that is known; its holes are
 *     no gaps
 * @param outlines official outlines of upper units, to compare with what their grids cover
 */
public record CoverageRules(
    double gapWidthMetres,
    double smallestSquareMetres,
    double inletMetres,
    boolean codeOrder,
    double outlineMetres,
    List<UnitRule> unitRules,
    Optional<LatticeMultiPolygon> jurisdiction,
    List<OfficialOutline> outlines) {

  /** What breaks the seam, and nothing else; every enclosed gap blocks. */
  public static final CoverageRules STANDARD =
      none(Optional.empty()).withSmallestArea(FindingMaker.LATTICE_CELL_SQUARE_METRES);

  /**
   * @throws CoverageException when a measure is negative or not a number
   */
  public CoverageRules {
    if (!(gapWidthMetres >= 0)
        || !(smallestSquareMetres >= 0)
        || !(inletMetres >= 0)
        || !(outlineMetres >= 0)) {
      throw new CoverageException(
          Message.core(
              "coverage.rules-negative",
              gapWidthMetres,
              smallestSquareMetres,
              inletMetres,
              outlineMetres));
    }
    unitRules = List.copyOf(unitRules);
    outlines = List.copyOf(outlines);
  }

  /** Whether inlets are looked for; inside a jurisdiction, what is open is a gap in it. */
  public boolean looksForInlets() {
    return inletMetres > 0 && jurisdiction.isEmpty();
  }

  /** These rules without those that can only warn. */
  public CoverageRules blockingOnly() {
    return new CoverageRules(
        gapWidthMetres, smallestSquareMetres, 0, false, 0, List.of(), jurisdiction, List.of());
  }

  /** No rule is on: every enclosed gap blocks, and no overlap or gap is too small. */
  public static CoverageRules none(Optional<LatticeMultiPolygon> jurisdiction) {
    return new CoverageRules(
        Double.POSITIVE_INFINITY, 0, 0, false, 0, List.of(), jurisdiction, List.of());
  }

  public CoverageRules withGapWidth(double metres) {
    return new CoverageRules(
        metres,
        smallestSquareMetres,
        inletMetres,
        codeOrder,
        outlineMetres,
        unitRules,
        jurisdiction,
        outlines);
  }

  public CoverageRules withSmallestArea(double squareMetres) {
    return new CoverageRules(
        gapWidthMetres,
        squareMetres,
        inletMetres,
        codeOrder,
        outlineMetres,
        unitRules,
        jurisdiction,
        outlines);
  }

  public CoverageRules withInlets(double metres) {
    return new CoverageRules(
        gapWidthMetres,
        smallestSquareMetres,
        metres,
        codeOrder,
        outlineMetres,
        unitRules,
        jurisdiction,
        outlines);
  }

  public CoverageRules withCodeOrder() {
    return new CoverageRules(
        gapWidthMetres,
        smallestSquareMetres,
        inletMetres,
        true,
        outlineMetres,
        unitRules,
        jurisdiction,
        outlines);
  }

  public CoverageRules withOutlines(double metres, List<OfficialOutline> official) {
    return new CoverageRules(
        gapWidthMetres,
        smallestSquareMetres,
        inletMetres,
        codeOrder,
        metres,
        unitRules,
        jurisdiction,
        official);
  }

  /** These rules and one more about single grids. */
  public CoverageRules withUnitRule(UnitRule rule) {
    List<UnitRule> rules = new ArrayList<>(unitRules);
    rules.add(rule);
    return withUnitRules(rules);
  }

  public CoverageRules withUnitRules(List<UnitRule> rules) {
    return new CoverageRules(
        gapWidthMetres,
        smallestSquareMetres,
        inletMetres,
        codeOrder,
        outlineMetres,
        rules,
        jurisdiction,
        outlines);
  }

  public CoverageRules within(LatticeMultiPolygon area) {
    return new CoverageRules(
        gapWidthMetres,
        smallestSquareMetres,
        inletMetres,
        codeOrder,
        outlineMetres,
        unitRules,
        Optional.of(area),
        outlines);
  }
}
