package org.gridwright.api.http;

import org.gridwright.core.lattice.LatticeMultiPolygon;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How values become JSON: ISO dates, numbers without exponents, nulls written, members in the order
 * of the record, areas as GeoJSON geometries.
 */
public final class Json {

  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new PlainDouble())
                  .addSerializer(double.class, new PlainDouble())
                  .addSerializer(LatticeMultiPolygon.class, new AreaJson()))
          .build();

  private Json() {}
}
