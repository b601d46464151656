package org.gridwright.api.cli.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.jspecify.annotations.Nullable;

/**
 * One record of a layer.
 *
 * @param fields in the order of the layer's columns; a missing value is null
 * @param area of a unit
 * @param point of a place
 */
public record Row(
    String id,
    Map<String, @Nullable Object> fields,
    @Nullable LatticeMultiPolygon area,
    @Nullable LatticePoint point) {

  static Row of(Map<String, @Nullable Object> fields, LatticePoint point) {
    return new Row(String.valueOf(fields.get("id")), fields, null, point);
  }

  /** The same record at another place, without some fields and with a further one. */
  Row coarsened(LatticePoint place, String without, String field, String value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
    changed.remove(without);
    changed.put(field, value);
    return new Row(id, changed, area, place);
  }
}
