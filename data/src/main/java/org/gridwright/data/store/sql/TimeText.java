package org.gridwright.data.store.sql;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/** Local times as ISO 8601 text whose alphabetical order is that of time, to the microsecond. */
public final class TimeText {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
          .toFormatter();

  private TimeText() {}

  public static String of(LocalDateTime time) {
    return FORMAT.format(time.truncatedTo(ChronoUnit.MICROS));
  }

  /** Reads what {@link #of} wrote, also with a blank in place of the T. */
  public static LocalDateTime parse(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }
}
