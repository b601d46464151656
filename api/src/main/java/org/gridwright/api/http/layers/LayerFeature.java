package org.gridwright.api.http.layers;

import java.util.Map;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature: at most one of {@code area} and {@code point} is there; a unit that was not drawn
 * yet has neither.
 */
record LayerFeature(
    String id,
    Map<String, ?> properties,
    @Nullable LatticeMultiPolygon area,
    @Nullable LatticePoint point) {

  void writeTo(GeoJsonWriter writer) {
    if (area != null) {
      writer.write(id, properties, area);
    } else if (point != null) {
      writer.write(id, properties, point);
    } else {
      writer.write(id, properties, (Geometry) null);
    }
  }
}
