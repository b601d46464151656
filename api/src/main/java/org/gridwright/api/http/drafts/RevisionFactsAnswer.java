package org.gridwright.api.http.drafts;

import java.util.List;
import java.util.Locale;
import org.gridwright.api.http.answer.FactAnswer;
import org.gridwright.api.http.answer.PathStep;
import org.gridwright.api.http.answer.UnitsByName;
import org.gridwright.core.flow.Fact;
import org.gridwright.data.draft.RevisionFacts;
import org.gridwright.data.draft.RevisionFacts.GridChange;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/drafts/{id}/history/{position}/facts}.
 *
 * @param total number of grids of which something else is told afterwards
 * @param grids those of the page, in code order
 */
record RevisionFactsAnswer(
    long version, int position, String kind, int total, List<GridNumbers> grids) {

  /**
   * The numbers of one grid that are others afterwards, or come from other counts.
   *
   * @param path to it, itself last
   * @param before null where there was no such grid
   * @param after null where there is no such grid any more
   */
  record GridNumbers(
      String code,
      List<PathStep> path,
      @Nullable List<FactAnswer> before,
      @Nullable List<FactAnswer> after) {

    static GridNumbers of(GridChange grid, UnitsByName is, UnitsByName was) {
      return new GridNumbers(
          grid.code(),
          grid.after() == null ? was.path(grid.code()) : is.path(grid.code()),
          facts(grid.before()),
          facts(grid.after()));
    }

    private static @Nullable List<FactAnswer> facts(@Nullable List<Fact> facts) {
      return facts == null ? null : facts.stream().map(FactAnswer::of).toList();
    }
  }

  /**
   * One page.
   *
   * @param offset so many grids are left out before it
   */
  static RevisionFactsAnswer of(RevisionFacts facts, int offset, int limit, Locale language) {
    UnitsByName is = new UnitsByName(facts.after(), language);
    UnitsByName was = new UnitsByName(facts.before(), language);
    return new RevisionFactsAnswer(
        facts.version(),
        facts.position(),
        facts.kind(),
        facts.grids().size(),
        facts.grids().stream()
            .skip(offset)
            .limit(limit)
            .map(grid -> GridNumbers.of(grid, is, was))
            .toList());
  }
}
