package org.gridwright.data.demo.life;

import java.util.Locale;
import org.gridwright.core.message.Message;
import org.gridwright.data.message.DataMessages;

/**
 * What residents of the demo city report: how often, and when in the year, the week and the day.
 */
public enum Category {
  WASTE(20, Year.WARM, Day.MORNING, 0.9),
  NOISE(16, Year.SUMMER, Day.NIGHT, 1.5),
  PARKING(16, Year.EVEN, Day.COMMUTE, 0.7),
  STREET_LIGHTING(9, Year.WINTER, Day.EVENING, 0.9),
  ROAD_DAMAGE(8, Year.RAIN, Day.OFFICE, 0.5),
  STREET_VENDING(8, Year.WARM, Day.EVENING, 1.3),
  DRAINAGE(6, Year.RAIN, Day.MORNING, 0.9),
  TREES(5, Year.SUMMER, Day.OFFICE, 0.6),
  WATER_SUPPLY(5, Year.WINTER, Day.MORNING, 1.0),
  SAFETY_HAZARD(4, Year.EVEN, Day.OFFICE, 0.8),
  ILLEGAL_POSTERS(3, Year.EVEN, Day.OFFICE, 0.5);

  private final double weight;
  private final Year year;
  private final Day day;
  private final double weekend;

  Category(double weight, Year year, Day day, double weekend) {
    this.weight = weight;
    this.year = year;
    this.day = day;
    this.weekend = weekend;
  }

  /** The word stored with incidents, such as {@code street-lighting}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What people call it. */
  public Message title() {
    return DataMessages.of("category." + id());
  }

  /** Share among all incidents, relative to the other categories. */
  double weight() {
    return weight;
  }

  /**
   * How many there are on a day, relative to other days.
   *
   * @param month 1 to 12
   * @param weekday 1 (Monday) to 7
   */
  double onDay(int month, int weekday) {
    return year.byMonth[month - 1] * (weekday >= 6 ? weekend : weekday == 1 ? 1.12 : 1.0);
  }

  /** How many there are in an hour of the day (0 to 23), relative to other hours. */
  double inHour(int hour) {
    return day.byHour[hour];
  }

  private enum Year {
    EVEN(10, 8, 10, 10, 10, 10, 10, 10, 10, 9, 10, 10),
    SUMMER(5, 5, 7, 9, 11, 14, 16, 16, 12, 9, 7, 5),
    WARM(8, 7, 9, 10, 11, 12, 13, 13, 11, 10, 9, 8),
    RAIN(4, 5, 7, 10, 13, 18, 19, 14, 9, 7, 5, 4),
    WINTER(15, 13, 10, 8, 7, 6, 6, 7, 8, 10, 12, 15);

    @SuppressWarnings("ImmutableEnumChecker") // written once
    private final double[] byMonth;

    Year(double... byMonth) {
      this.byMonth = byMonth;
    }
  }

  private enum Day {
    MORNING(1, 1, 1, 1, 1, 3, 7, 11, 13, 12, 10, 8, 6, 6, 8, 8, 7, 7, 6, 6, 5, 4, 3, 2),
    OFFICE(1, 1, 1, 1, 1, 1, 3, 7, 12, 14, 14, 11, 7, 9, 13, 13, 12, 9, 5, 4, 3, 2, 2, 1),
    COMMUTE(2, 1, 1, 1, 1, 2, 6, 14, 15, 9, 7, 7, 7, 6, 6, 7, 9, 14, 16, 12, 9, 7, 5, 3),
    EVENING(4, 2, 1, 1, 1, 2, 3, 4, 4, 4, 4, 5, 5, 4, 4, 5, 7, 10, 14, 16, 16, 14, 11, 7),
    NIGHT(14, 9, 6, 4, 3, 2, 3, 3, 4, 4, 4, 4, 5, 5, 4, 4, 4, 5, 7, 10, 14, 18, 20, 18);

    @SuppressWarnings("ImmutableEnumChecker") // written once
    private final double[] byHour;

    Day(double... byHour) {
      this.byHour = byHour;
    }
  }
}
