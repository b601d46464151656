package org.gridwright.api.http;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes 25837000.3 where Java says 2.58370003E7; both are JSON, only one is read by people. */
final class PlainDouble extends ValueSerializer<Double> {

  /** From here up to below {@link #MOST_PLAIN}, Java says a number plainly too. */
  private static final double LEAST_PLAIN = 1e-3;

  private static final double MOST_PLAIN = 1e7;

  @Override
  public void serialize(Double value, JsonGenerator json, SerializationContext context) {
    double size = Math.abs(value);
    if (size >= LEAST_PLAIN && size < MOST_PLAIN) {
      json.writeNumber(Double.toString(value));
    } else if (Double.isFinite(value)) {
      json.writeNumber(BigDecimal.valueOf(value).toPlainString());
    } else {
      json.writeNumber(value);
    }
  }
}
