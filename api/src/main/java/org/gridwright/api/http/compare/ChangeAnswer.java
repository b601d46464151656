package org.gridwright.api.http.compare;

import java.util.List;
import java.util.Map;
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
      @Nullable List<Double> bounds) {}
}
