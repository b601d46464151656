package org.gridwright.data.store.sql;

/** Hours of weekdays as an SQL condition, with the bits of both as parameters. */
final class WeekSql {

  private WeekSql() {}

  /**
   * Whether a moment is in some hours of some weekdays.
   *
   * @param hours the parameter of the hours' bits
   * @param weekdays the parameter of the weekdays' bits
   */
  static String condition(Dialect dialect, String column, String hours, String weekdays) {
    return "((((1 << %s) & %s) <> 0) AND (((1 << %s) & %s) <> 0))"
        .formatted(dialect.hour(column), hours, dialect.weekday(column), weekdays);
  }
}
