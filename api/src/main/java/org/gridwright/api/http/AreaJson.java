package org.gridwright.api.http;

import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.data.exchange.GeoJsonShapes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes an area as a GeoJSON geometry: longitude first, 7 decimals. */
final class AreaJson extends ValueSerializer<LatticeMultiPolygon> {

  @Override
  public void serialize(
      LatticeMultiPolygon area, JsonGenerator json, SerializationContext context) {
    new GeoJsonShapes(json).write(area);
  }
}
