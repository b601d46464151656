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

  /**
   * The same, of a record that must have it.
   *
   * @throws InputException when the field is empty, or no number
   */
  double required(Feature feature) {
    OptionalDouble number = of(feature);
    if (number.isEmpty()) {
      throw InputException.at(feature.source(), "hotspot.figure-empty", field);
    }
    return number.getAsDouble();
  }

  /**
   * The same, of something that there cannot be less than nothing of.
   *
   * @throws InputException when the field is empty, or below 0
   */
  double requiredAtLeastZero(Feature feature) {
    required(feature);
    return atLeastZero(feature).orElseThrow();
  }

  /**
   * A number of things that a record must have, from 0.
   *
   * @throws InputException when the field is empty, or holds no such number
   */
  int count(Feature feature) {
    double number = required(feature);
    if (!(number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
      throw InputException.at(
          feature.source(), "hotspot.not-count", field, feature.required(field));
    }
    return (int) number;
  }
}
