package org.gridwright.data.hotspot;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.intake.TimesOfFile;
import org.jspecify.annotations.Nullable;

/** When the records of a file were: moments, or numbers of days or steps. For one thread. */
final class FileDays {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,7}(?:\\.\\d+)?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,7}");
  private static final double NANOS_OF_DAY = 86_400e9;

  private final List<String> fields;
  private final TimesOfFile moments;
  private @Nullable Boolean numbers;

  FileDays(List<String> fields, TimesOfFile moments) {
    this.fields = fields;
    this.moments = moments;
  }

  /**
   * The moment of a record.
   *
   * @throws InputException when it cannot be read, or in two ways
   */
  LocalDateTime moment(Feature feature) {
    return moments.of(feature);
  }

  /**
   * The days of a record: as they are numbered, or since 1970 began, parts of days included.
   *
   * @throws InputException when it cannot be read, or some records have numbers and others dates
   */
  double days(Feature feature) {
    String text = text(feature);
    boolean number = NUMBER.matcher(text).matches();
    if (numbers != null && numbers != number) {
      throw InputException.at(
          feature.source(), "hotspot.days-or-dates", String.join(",", fields), text);
    }
    numbers = number;
    if (number) {
      return Double.parseDouble(text);
    }
    LocalDateTime moment = moment(feature);
    long midnight = moment.toLocalDate().toEpochDay();
    long nanos = moment.toLocalDate().atStartOfDay().until(moment, ChronoUnit.NANOS);
    return midnight + nanos / NANOS_OF_DAY;
  }

  /**
   * The number of the step that a record is of.
   *
   * @throws InputException when it is no whole number
   */
  long step(Feature feature) {
    String text = text(feature);
    if (!WHOLE.matcher(text).matches()) {
      throw InputException.at(feature.source(), "hotspot.no-step", String.join(",", fields), text);
    }
    return Long.parseLong(text);
  }

  private String text(Feature feature) {
    return fields.stream().map(feature::required).collect(Collectors.joining(" "));
  }
}
