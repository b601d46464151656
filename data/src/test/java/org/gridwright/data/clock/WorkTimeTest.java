package org.gridwright.data.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time against a walk that looks at the clock on the wall every minute. */
class WorkTimeTest {

  private static final LocalDate DAY = LocalDate.of(2015, 3, 2);
  private static final int MINUTES = 24 * 60;

  /** What the walk knows: for each weekday and date, the minutes that are open. */
  private record Wall(ZoneId zone, List<boolean[]> week, List<boolean[]> dates) {

    boolean isOpen(Instant moment) {
      ZonedDateTime local = moment.atZone(zone);
      LocalTime time = local.toLocalTime();
      long date = local.toLocalDate().toEpochDay() - DAY.toEpochDay();
      boolean[] open =
          date >= 0 && date < dates.size() && dates.get((int) date) != null
              ? dates.get((int) date)
              : week.get(local.getDayOfWeek().getValue() - 1);
      return open[time.getHour() * 60 + time.getMinute()];
    }

    Instant plus(Instant from, int minutes) {
      Instant at = from;
      int left = minutes;
      while (left > 0) {
        left -= isOpen(at) ? 1 : 0;
        at = at.plus(Duration.ofMinutes(1));
      }
      return at;
    }

    Instant opening(Instant from) {
      Instant at = from;
      while (!isOpen(at)) {
        at = at.plus(Duration.ofMinutes(1));
      }
      return at;
    }

    long between(Instant first, Instant last) {
      long open = 0;
      for (Instant at = first; at.isBefore(last); at = at.plus(Duration.ofMinutes(1))) {
        open += isOpen(at) ? 1 : 0;
      }
      return open;
    }
  }

  /** Weeks with the change to summer time, the one back, and half an hour of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "Pacific/Apia"})
  void agreesWithTheClockOnTheWall(String zone) {
    ZoneId city = ZoneId.of(zone);
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      WorkCalendar.CalendarBuilder calendar = new WorkCalendar.CalendarBuilder();
      Wall wall = drawn(calendar, city, random);
      WorkTime work = WorkTime.of(calendar.build(), city);
      for (int i = 0; i < 5; i++) {
        Instant from = DAY.atStartOfDay(city).toInstant().plus(minutes(random, 250 * MINUTES));
        int amount = 1 + random.nextInt(3000);
        assertThat(work.plus(from, Duration.ofMinutes(amount).toNanos()))
            .contains(wall.plus(from, amount));
        assertThat(work.opening(from)).contains(wall.opening(from));
        Instant last = from.plus(minutes(random, 10 * MINUTES));
        assertThat(work.between(from, last))
            .isEqualTo(Duration.ofMinutes(wall.between(from, last)).toNanos());
      }
    }
  }

  private static Duration minutes(Random random, int most) {
    return Duration.ofMinutes(random.nextInt(most));
  }

  /** A calendar with up to three spans a day, and dates of their own. */
  private static Wall drawn(WorkCalendar.CalendarBuilder calendar, ZoneId zone, Random random) {
    List<boolean[]> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean[] open = new boolean[MINUTES];
      if (day == DayOfWeek.WEDNESDAY) {
        open[12 * 60] = true;
        calendar.open(day, new OpenSpan(12 * 3600, 12 * 3600 + 60));
      } else if (random.nextInt(3) > 0) {
        for (int i = 0; i <= random.nextInt(3); i++) {
          calendar.open(day, marked(open, random, true));
        }
        if (random.nextBoolean()) {
          calendar.close(day, marked(open, random, false));
        }
      }
      week.add(open);
    }
    List<boolean[]> dates = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      dates.add(null);
      if (random.nextInt(10) == 0) {
        boolean[] open = new boolean[MINUTES];
        calendar.open(DAY.plusDays(i), marked(open, random, true));
        dates.set(i, open);
      } else if (random.nextInt(10) == 0) {
        boolean[] open = week.get(DAY.plusDays(i).getDayOfWeek().getValue() - 1).clone();
        calendar.close(DAY.plusDays(i), marked(open, random, false));
        dates.set(i, open);
      }
    }
    return new Wall(zone, week, dates);
  }

  private static OpenSpan marked(boolean[] open, Random random, boolean to) {
    int from = random.nextInt(4) == 0 ? 0 : random.nextInt(MINUTES);
    int end = random.nextInt(4) == 0 ? MINUTES : from + 1 + random.nextInt(MINUTES - from);
    for (int i = from; i < end; i++) {
      open[i] = to;
    }
    return new OpenSpan(from * 60, end * 60);
  }
}
