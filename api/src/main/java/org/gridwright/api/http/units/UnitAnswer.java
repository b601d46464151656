package org.gridwright.api.http.units;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.FactAnswer;
import org.gridwright.api.http.answer.OfficerRef;
import org.gridwright.api.http.answer.PathStep;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code GET /api/v1/units/{theme}/{level}/{code}}.
 *
 * @param neighbours null where the plan is not seamless
 * @param children null for a grid
 * @param facts numbers and how they are known; empty above the grids
 * @param officers empty above the grids
 */
record UnitAnswer(
    String theme,
    long plan,
    String level,
    String code,
    String name,
    Map<String, String> names,
    List<PathStep> path,
    Map<String, String> attributes,
    List<FactAnswer> facts,
    @Nullable Double areaSquareMetres,
    @Nullable Double perimeterMetres,
    @Nullable List<Double> bounds,
    @Nullable List<Neighbour> neighbours,
    @Nullable Children children,
    Counts counts,
    List<OfficerRef> officers) {

  /**
   * @param sharedMetres length of the common boundary
   */
  record Neighbour(String code, String name, Map<String, String> names, double sharedMetres) {}

  record Children(String level, int units) {}

  record Counts(long addresses, long incidents) {}
}
