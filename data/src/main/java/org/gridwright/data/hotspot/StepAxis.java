package org.gridwright.data.hotspot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.gridwright.data.hotspot.StepLength.Kind;

/**
 * The steps of a cube, from the one that holds the first day to the one that holds the last,
 * without gaps. Days are counted since 1970 began; of numbered steps a day is a number. Immutable.
 */
public final class StepAxis {

  /** Steps there can be; trends compare each with each. */
  private static final int MOST = 1000;

  private final StepLength length;
  private final long first;
  private final long last;
  private final int size;

  private StepAxis(StepLength length, long first, long last) {
    this.length = length;
    this.first = first;
    this.last = last;
    long steps = ordinal(last) - ordinal(first) + 1;
    if (steps > MOST) {
      throw HotspotInputException.of("hotspot.steps-many", steps, MOST);
    }
    this.size = (int) steps;
    if (size < 2) {
      throw HotspotInputException.of("hotspot.one-step", label(0));
    }
  }

  /**
   * The steps over some days, both ends included.
   *
   * @throws HotspotInputException when there is only one, or too many
   */
  public static StepAxis over(StepLength length, long first, long last) {
    return new StepAxis(length, first, last);
  }

  /** Number of the step that holds a day, in steps since some fixed one. */
  private long ordinal(long day) {
    return switch (length.kind()) {
      case NUMBERED -> day;
      case DAYS -> Math.floorDiv(day - first, (long) length.days());
      case WEEKS -> Math.floorDiv(monday(day), 7L);
      case MONTHS ->
          ChronoUnit.MONTHS.between(
              YearMonth.of(1970, 1), YearMonth.from(LocalDate.ofEpochDay(day)));
    };
  }

  private static long monday(long day) {
    return LocalDate.ofEpochDay(day)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .toEpochDay();
  }

  /** How many steps there are. */
  public int size() {
    return size;
  }

  public StepLength length() {
    return length;
  }

  /** The step of a day, from 0. */
  public int step(long day) {
    return (int) (ordinal(day) - ordinal(first));
  }

  /** The first day of a step, which may lie before the first day of all. */
  private long begin(int step) {
    return switch (length.kind()) {
      case NUMBERED -> first + step;
      case DAYS -> first + (long) step * length.days();
      case WEEKS -> monday(first) + 7L * step;
      case MONTHS ->
          YearMonth.from(LocalDate.ofEpochDay(first)).plusMonths(step).atDay(1).toEpochDay();
    };
  }

  /** What a step is called: its number, its month, or its first day. */
  public String label(int step) {
    if (length.kind() == Kind.NUMBERED) {
      return String.valueOf(begin(step));
    }
    LocalDate day = LocalDate.ofEpochDay(begin(step));
    return length.kind() == Kind.MONTHS ? YearMonth.from(day).toString() : day.toString();
  }

  /** Whether the days begin within the first step. */
  public boolean isFirstCut() {
    return begin(0) < first;
  }

  /** Whether the days end within the last step. */
  public boolean isLastCut() {
    return begin(size) - 1 > last;
  }
}
