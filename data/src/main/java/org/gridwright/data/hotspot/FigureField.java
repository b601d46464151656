package org.gridwright.data.hotspot;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.jspecify.annotations.Nullable;

/** A field of numbers, with the decimal mark of its file. */
record FigureField(String field, FeatureReader reader) {

  private static final int MOST = 1_000_000_000;

  /** The field of a name; null where none is said. */
  static @Nullable FigureField orNone(@Nullable String field, FeatureReader reader) {
    return field == null ? null : new FigureField(field, reader);
  }

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
   * How many there were, up to a billion; empty where the field is.
   *
   * @throws InputException when it is no whole number, below 0 or above a billion
   */
  OptionalInt count(Feature feature) {
    OptionalDouble number = of(feature);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    double count = number.getAsDouble();
    if (!(count >= 0 && count <= MOST && count == Math.rint(count))) {
      throw InputException.at(
          feature.source(), "hotspot.no-count", field, feature.required(field), MOST);
    }
    return OptionalInt.of((int) count);
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
   * How many there were, of a record that must say so.
   *
   * @throws InputException when the field is empty, or {@link #count} refuses it
   */
  int requiredCount(Feature feature) {
    required(feature);
    return count(feature).orElseThrow();
  }
}
