package org.gridwright.api.http;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes 25837000.3 where Java says 2.58370003E7; both are JSON, only one is read by people. */
final class PlainDouble extends ValueSerializer<Double> {

  @Override
  public void serialize(Double value, JsonGenerator json, SerializationContext context) {
    if (Double.isFinite(value)) {
      json.writeNumber(BigDecimal.valueOf(value).toPlainString());
    } else {
      json.writeNumber(value);
    }
  }
}
