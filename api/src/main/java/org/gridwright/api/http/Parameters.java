package org.gridwright.api.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.core.lattice.DecimalText;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.message.Message;
import org.gridwright.data.store.StoredDates;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of one request, which the endpoint has said it knows: see {@link
 * KnownParameters}. A value that cannot be read is a problem that names the parameter. A blank
 * value counts as absent.
 */
public final class Parameters {

  private static final int MAX_TEXT = 200;

  private final Context ctx;

  public Parameters(Context ctx) {
    this.ctx = ctx;
  }

  /** A text of at most 200 characters. */
  public Optional<String> text(String name) {
    String value = ctx.queryParam(name);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    if (value.length() > MAX_TEXT) {
      throw ProblemException.badParameter(
          name, ApiMessages.of("http.parameter-long", name, MAX_TEXT));
    }
    return Optional.of(value.strip());
  }

  /** A text that an answer gave, to be given back as it is; it may be longer than others. */
  public Optional<String> token(String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
  }

  /** A whole number in [min, max]. */
  public int number(String name, int min, int max, int otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      // told below, together with numbers out of range
    }
    throw ProblemException.badParameter(
        name,
        ApiMessages.of(
            "http.parameter-number", name, String.valueOf(min), String.valueOf(max), text.get()));
  }

  /** A number in [min, max], decimals allowed. */
  public double decimal(String name, double min, double max, double otherwise) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      double value = DecimalText.parse(text.get());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notNumber) {
      // told below, together with numbers out of range
    }
    throw ProblemException.badParameter(
        name, ApiMessages.of("http.parameter-decimal", name, min, max, text.get()));
  }

  /** True or false; false where it is left out. */
  public boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw ProblemException.badParameter(name, ApiMessages.of("http.member-flag", name));
    }
    return value.equals("true");
  }

  public Optional<LocalDate> date(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return StoredDates.parse(value);
              } catch (DateTimeException malformed) {
                throw ProblemException.badParameter(
                    name, ApiMessages.of("http.parameter-date", name, value));
              }
            });
  }

  /** A moment in the city's local time; a bare date means its first moment. */
  public @Nullable LocalDateTime moment(String name) {
    String value = text(name).orElse(null);
    if (value == null) {
      return null;
    }
    try {
      return momentOf(value);
    } catch (DateTimeException malformed) {
      throw ProblemException.badParameter(
          name, ApiMessages.of("http.parameter-moment", name, value));
    }
  }

  /**
   * A moment in the city's local time; a bare date means its first moment.
   *
   * @throws DateTimeException when it is none, or outside the years that are stored
   */
  public static LocalDateTime momentOf(String text) {
    LocalDateTime moment =
        text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
    StoredDates.require(moment.toLocalDate());
    return moment;
  }

  /** One of some words; the first where nothing is said. */
  public String word(String name, List<String> words) {
    String word = text(name).orElse(words.get(0));
    if (!words.contains(word)) {
      throw ProblemException.badParameter(
          name, ApiMessages.of("http.member-choice", name, String.join(", ", words)));
    }
    return word;
  }

  /** The point of the parameters {@code lon} and {@code lat}; both are required. */
  public LatticePoint point() {
    return DegreePoints.of(
        ordinate("lon"),
        ordinate("lat"),
        (name, told) -> ProblemException.badParameter(name, told));
  }

  /** A place {@code lon,lat} in degrees. */
  public Optional<LatticePoint> place(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = text.get().split(",", -1);
    try {
      if (parts.length == 2) {
        return Optional.of(
            DegreePoints.of(
                DecimalText.parse(parts[0].strip()),
                DecimalText.parse(parts[1].strip()),
                (ordinate, told) -> ProblemException.badParameter(name, told)));
      }
    } catch (NumberFormatException notNumber) {
      // told below, together with more or less than two
    }
    throw ProblemException.badParameter(
        name, ApiMessages.of("http.parameter-place", name, text.get()));
  }

  /** The box {@code bbox=west,south,east,north} in degrees. */
  public @Nullable LatticeEnvelope box() {
    String value = text("bbox").orElse(null);
    if (value == null) {
      return null;
    }
    String[] parts = value.split(",", -1);
    Message malformed = ApiMessages.of("http.parameter-bbox", value);
    if (parts.length != 4) {
      throw ProblemException.badParameter("bbox", malformed);
    }
    try {
      double west = DecimalText.parse(parts[0].strip());
      double south = DecimalText.parse(parts[1].strip());
      double east = DecimalText.parse(parts[2].strip());
      double north = DecimalText.parse(parts[3].strip());
      if (west <= east && south <= north) {
        return LatticeEnvelope.ofDegrees(
            clamp(west, 180), clamp(south, 90), clamp(east, 180), clamp(north, 90));
      }
    } catch (NumberFormatException notNumber) {
      // told below, together with boxes that are inside out
    }
    throw ProblemException.badParameter("bbox", malformed);
  }

  private double ordinate(String name) {
    String value =
        text(name)
            .orElseThrow(
                () ->
                    ProblemException.badParameter(
                        name, ApiMessages.of("http.parameter-missing", name)));
    try {
      return DecimalText.parse(value);
    } catch (NumberFormatException notNumber) {
      throw ProblemException.badParameter(
          name, ApiMessages.of("http.parameter-ordinate", name, value));
    }
  }

  private static double clamp(double degrees, double limit) {
    return Math.max(-limit, Math.min(limit, degrees));
  }
}
