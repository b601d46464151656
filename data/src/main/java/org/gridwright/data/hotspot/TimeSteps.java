package org.gridwright.data.hotspot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A period in steps of one length, which its first and last step may begin before and end after.
 * Steps of days end with the period, so that the last one is whole.
 *
 * @param first day of the period
 * @param last day, in it
 */
public record TimeSteps(StepLength length, LocalDate first, LocalDate last) {

  /**
   * @throws HotspotInputException when the period ends before it begins
   * @throws IllegalArgumentException when steps are numbers of a file
   */
  public TimeSteps {
    if (length.kind() == StepLength.Kind.NUMBERED) {
      throw new IllegalArgumentException("steps of days without a length");
    }
    if (last.isBefore(first)) {
      throw HotspotInputException.of("hotspot.period-reversed", first.toString(), last.toString());
    }
  }

  /** The first day of the first step. */
  private LocalDate origin() {
    return switch (length.kind()) {
      case NUMBERED, DAYS -> {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        long steps = (days + length.days() - 1) / length.days();
        yield last.plusDays(1).minusDays(steps * length.days());
      }
      case WEEKS -> first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHS -> first.withDayOfMonth(1);
    };
  }

  /** How many there are. */
  public int count() {
    return of(last) + 1;
  }

  /** The step of a day of the period, from 0. */
  public int of(LocalDate day) {
    return switch (length.kind()) {
      case NUMBERED, DAYS -> (int) (ChronoUnit.DAYS.between(origin(), day) / length.days());
      case WEEKS -> (int) (ChronoUnit.DAYS.between(origin(), day) / DayOfWeek.values().length);
      case MONTHS -> (int) ChronoUnit.MONTHS.between(origin(), day.withDayOfMonth(1));
    };
  }

  /** The first day of a step. */
  public LocalDate begin(int step) {
    return switch (length.kind()) {
      case NUMBERED, DAYS -> origin().plusDays((long) step * length.days());
      case WEEKS -> origin().plusWeeks(step);
      case MONTHS -> origin().plusMonths(step);
    };
  }

  /** The last day of a step. */
  public LocalDate end(int step) {
    return begin(step + 1).minusDays(1);
  }
}
