package org.gridwright.api.http.compare;

import java.util.List;
import java.util.Map;
import org.gridwright.api.http.answer.FactAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Units that belong together and were not kept.
 *
 * @param bounds of all units, before and after
 */
record ChangeAnswer(
    String fate,
    List<String> alterations,
    List<UnitOfChange> from,
    List<UnitOfChange> to,
    @Nullable List<Double> bounds) {

  /**
   * @param counterpart code of the unit that goes on as this one, or as which this one goes on
   * @param facts its numbers with the counts that they come from; none above the grids
   */
  record UnitOfChange(
      String code,
      String name,
      Map<String, String> names,
      @Nullable String parent,
      @Nullable String counterpart,
      double areaSquareMetres,
      long addresses,
      long openIncidents,
      List<FactAnswer> facts,
      @Nullable List<Double> bounds) {}
}
