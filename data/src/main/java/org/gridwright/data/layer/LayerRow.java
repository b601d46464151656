package org.gridwright.data.layer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * One row of a layer. Immutable.
 *
 * @param id value of the layer's key
 * @param values by the name of the field, in the order asked for; a missing value is null
 * @param area of a row of a layer of areas; null where it was not drawn yet
 * @param point of a row of a layer of points
 */
public record LayerRow(
    String id,
    Map<String, @Nullable Object> values,
    @Nullable LatticeMultiPolygon area,
    @Nullable LatticePoint point) {

  public LayerRow {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public @Nullable Object value(String field) {
    return values.get(field);
  }

  /** The same row with other values. */
  public LayerRow showing(Map<String, @Nullable Object> others) {
    return new LayerRow(id, others, area, point);
  }

  /** The same row with some of its values, in the order given. */
  public LayerRow only(List<String> fields) {
    Map<String, @Nullable Object> some = new LinkedHashMap<>();
    fields.forEach(field -> some.put(field, values.get(field)));
    return showing(some);
  }
}
