package org.gridwright.data.store;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates that stores can hold: those of the years 1 to 9999. They are kept as text of ten
 * characters, whose order is that of time; {@code +10000-01-01} or {@code -0001-12-31} would be in
 * force before or after everything else.
 */
public final class StoredDates {

  private static final int LAST_YEAR = 9999;

  private StoredDates() {}

  /**
   * A date written like {@code 2025-03-01}.
   *
   * @throws DateTimeException when it is none, or of another year
   */
  public static LocalDate parse(String text) {
    return require(LocalDate.parse(text));
  }

  /**
   * The date, if it is one that stores can hold.
   *
   * @throws DateTimeException when it is not
   */
  public static LocalDate require(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
      throw new DateTimeException("not a date of the years 1 to " + LAST_YEAR + ": " + date);
    }
    return date;
  }
}
