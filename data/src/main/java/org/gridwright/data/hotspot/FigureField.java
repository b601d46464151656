package org.gridwright.data.hotspot;

import java.util.Optional;
import java.util.OptionalDouble;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;

/** A field of numbers, with the decimal mark of its file. */
record FigureField(String field, FeatureReader reader) {

  /**
   * The number of a record; empty where the field is.
   *
   * @throws InputException when it is no number
   */
  OptionalDouble of(Feature feature) {
    Optional<String> text = feature.value(field);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    String pointed =
        reader
            .pointed(text.get())
            .orElseThrow(
                () ->
                    InputException.at(
                        feature.source(),
                        "intake.number-marks",
                        field,
                        text.get(),
                        reader.decimalRemedy()));
    try {
      return OptionalDouble.of(DecimalText.parse(pointed));
    } catch (NumberFormatException e) {
      throw InputException.because(e, feature.source(), "hotspot.not-number", field, text.get());
    }
  }

  /**
   * The same, of something that there cannot be less than nothing of.
   *
   * @throws InputException when it is below 0
   */
  OptionalDouble atLeastZero(Feature feature) {
    OptionalDouble number = of(feature);
    if (number.isPresent() && number.getAsDouble() < 0) {
      throw InputException.at(
          feature.source(), "hotspot.below-zero", field, feature.required(field));
    }
    return number;
  }
}
