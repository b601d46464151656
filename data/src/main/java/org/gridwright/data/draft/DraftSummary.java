package org.gridwright.data.draft;

import java.math.BigDecimal;
import java.util.List;

/**
 * What publishing a draft changes of its base, besides ground and places that change hands.
 *
 * @param levels coarse to fine
 * @param totals of the theme's extensive attributes, by attribute
 */
public record DraftSummary(List<LevelChanges> levels, List<Total> totals) {

  public DraftSummary {
    levels = List.copyOf(levels);
    totals = List.copyOf(totals);
  }

  /**
   * What all grids have together.
   *
   * @param estimated grids of the draft whose number is not simply counted on their own ground
   * @param unknown grids of the draft that have no number
   */
  public record Total(
      String attribute, BigDecimal before, BigDecimal after, int estimated, int unknown) {}
}
