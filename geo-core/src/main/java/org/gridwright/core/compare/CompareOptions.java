package org.gridwright.core.compare;

import java.util.List;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Lineage;
import org.gridwright.core.plan.PlanException;

/**
 * How plans are compared.
 *
 * @param sliverWidthMetres common ground narrower than this is border noise; from 0 to 1000. What
 *     is narrower than {@link #LEAST_WIDTH_METRES}, a few lattice steps, always is
 * @param codes whether units with one code are meant to be one unit: true within a theme, false
 *     between themes
 * @param lineage which units went on as which, where that is known; of any level
 */
public record CompareOptions(double sliverWidthMetres, boolean codes, List<Lineage> lineage) {

  public static final double DEFAULT_WIDTH_METRES = 10;
  public static final double MOST_WIDTH_METRES = 1000;
  static final double LEAST_WIDTH_METRES = 0.03;

  /** Two plans of one theme, of which nothing else is known. */
  public static final CompareOptions DEFAULT =
      new CompareOptions(DEFAULT_WIDTH_METRES, true, List.of());

  /**
   * @throws PlanException when the width is out of range
   */
  public CompareOptions {
    if (!(sliverWidthMetres >= 0 && sliverWidthMetres <= MOST_WIDTH_METRES)) {
      throw new PlanException(
          Message.core("compare.width", sliverWidthMetres, (int) MOST_WIDTH_METRES));
    }
    lineage = List.copyOf(lineage);
  }

  public CompareOptions withWidth(double metres) {
    return new CompareOptions(metres, codes, lineage);
  }

  public CompareOptions withLineage(List<Lineage> known) {
    return new CompareOptions(sliverWidthMetres, codes, known);
  }

  public CompareOptions withCodes(boolean meanTheSame) {
    return new CompareOptions(sliverWidthMetres, meanTheSame, lineage);
  }
}
