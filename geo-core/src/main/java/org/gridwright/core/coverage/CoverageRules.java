package org.gridwright.core.coverage;

import java.util.List;
import java.util.Optional;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.message.Message;

/**
 * What a check counts as a defect.
 *
 * @param gapWidthMetres an enclosed gap narrower than this blocks; a wider one is a hole worth a
 *     look, reported as a warning. {@link Double#POSITIVE_INFINITY}: every enclosed gap blocks
 * @param smallestSquareMetres overlaps and gaps with less area are below what the lattice can draw;
 *     their edges are reported as mismatched instead, so that nothing is lost
 * @param unitRules further rules about single grids
 * @param jurisdiction what the grids are meant to cover exactly, where that is known; its holes are
 *     no gaps
 */
public record CoverageRules(
    double gapWidthMetres,
    double smallestSquareMetres,
    List<UnitRule> unitRules,
    Optional<LatticeMultiPolygon> jurisdiction) {

  /** The area of one lattice cell, about 1 cm by 1 cm. */
  public static final double LATTICE_CELL_SQUARE_METRES = 1e-4;

  /** Every enclosed gap blocks. */
  public static final CoverageRules STANDARD =
      new CoverageRules(
          Double.POSITIVE_INFINITY, LATTICE_CELL_SQUARE_METRES, List.of(), Optional.empty());

  /**
   * @throws CoverageException when a measure is negative or not a number
   */
  public CoverageRules {
    if (!(gapWidthMetres >= 0) || !(smallestSquareMetres >= 0)) {
      throw new CoverageException(
          Message.core("coverage.rules-negative", gapWidthMetres, smallestSquareMetres));
    }
    unitRules = List.copyOf(unitRules);
  }

  public CoverageRules withGapWidth(double metres) {
    return new CoverageRules(metres, smallestSquareMetres, unitRules, jurisdiction);
  }

  public CoverageRules withUnitRules(List<UnitRule> rules) {
    return new CoverageRules(gapWidthMetres, smallestSquareMetres, rules, jurisdiction);
  }

  public CoverageRules within(LatticeMultiPolygon area) {
    return new CoverageRules(gapWidthMetres, smallestSquareMetres, unitRules, Optional.of(area));
  }
}
