package org.gridwright.data.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due times by hand: the cases that other systems got wrong. */
class DueClockTest {

  private static final ZoneId CITY = ZoneId.of("America/New_York");

  /** Monday to Friday 08:30 to 17:00, a holiday on Friday 3 July 2015. */
  private static WorkCalendar.CalendarBuilder office() {
    WorkCalendar.CalendarBuilder builder = new WorkCalendar.CalendarBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        builder.open(day, span("08:30", "17:00"));
      }
    }
    return builder.close(LocalDate.of(2015, 7, 3), OpenSpan.ALL_DAY);
  }

  private static OpenSpan span(String from, String to) {
    return new OpenSpan(
        LocalTime.parse(from).toSecondOfDay(),
        to.equals("24:00") ? OpenSpan.DAY : LocalTime.parse(to).toSecondOfDay());
  }

  private static DueClock clock(WorkCalendar.CalendarBuilder calendar) {
    return DueClock.of(WorkTime.of(calendar.build(), CITY));
  }

  private static WorkCalendar.CalendarBuilder dayAndNight() {
    WorkCalendar.CalendarBuilder builder = new WorkCalendar.CalendarBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      builder.open(day, OpenSpan.ALL_DAY);
    }
    return builder;
  }

  private static DueRule rule(DueKind kind, String amount) {
    return new DueRule(kind, new BigDecimal(amount));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CITY).toInstant();
  }

  private static Pause pause(String from, @Nullable String until) {
    return new Pause(at(from), until == null ? null : at(until));
  }

  private static String local(DueTime due) {
    return due.moment().orElseThrow().atZone(CITY).toLocalDateTime().toString();
  }

  @ParameterizedTest
  @CsvSource({
    // within a day, over a night, over a weekend, over the holiday
    "working-hours, 4, 2015-06-08T09:00, 2015-06-08T13:00",
    "working-hours, 4, 2015-06-08T15:00, 2015-06-09T10:30",
    "working-hours, 4, 2015-06-12T15:00, 2015-06-15T10:30",
    "working-hours, 4, 2015-07-02T15:00, 2015-07-06T10:30",
    // to the minute at which the doors close
    "working-hours, 2, 2015-06-08T15:00, 2015-06-08T17:00",
    "working-hours, 8.5, 2015-06-08T08:30, 2015-06-08T17:00",
    // reported outside hours: from the next opening
    "working-hours, 1, 2015-06-08T03:00, 2015-06-08T09:30",
    "working-hours, 1, 2015-06-08T17:00, 2015-06-09T09:30",
    "working-hours, 1, 2015-06-13T12:00, 2015-06-15T09:30",
    "working-hours, 0, 2015-06-13T12:00, 2015-06-15T08:30",
    "working-days, 1, 2015-06-08T10:12, 2015-06-09T10:12",
    "working-days, 1, 2015-06-12T10:12, 2015-06-15T10:12",
    "working-days, 1, 2015-07-02T10:12, 2015-07-06T10:12",
    "working-days, 2, 2015-06-12T17:00, 2015-06-17T08:30",
    "working-days, 1, 2015-06-13T12:00, 2015-06-16T08:30",
    "working-days, 0, 2015-06-13T12:00, 2015-06-15T08:30",
    "working-days, 10, 2015-06-25T16:59, 2015-07-10T16:59",
    "calendar-days, 30, 2015-06-13T23:59, 2015-07-13T23:59",
    "elapsed, 2, 2015-06-13T23:00, 2015-06-14T01:00",
    "elapsed, 0.5, 2015-06-13T23:45, 2015-06-14T00:15",
  })
  void officeHours(String kind, String amount, String opened, String due) {
    DueRule rule = rule(DueKind.of(kind).orElseThrow(), amount);
    assertThat(local(clock(office()).due(rule, at(opened)))).isEqualTo(due);
  }

  @Test
  void dayAndNightHasNoLostMinuteAtMidnight() {
    DueClock clock = clock(dayAndNight());
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "240"), at("2015-06-01T00:00"))))
        .isEqualTo("2015-06-11T00:00");
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-01T23:30"))))
        .isEqualTo("2015-06-02T00:30");
  }

  @Test
  void lunchIsNoWork() {
    WorkCalendar.CalendarBuilder calendar = office();
    for (DayOfWeek day : DayOfWeek.values()) {
      calendar.close(day, span("12:00", "13:00"));
    }
    DueClock clock = clock(calendar);
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "2"), at("2015-06-08T11:30"))))
        .isEqualTo("2015-06-08T14:30");
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-06-08T12:20"))))
        .isEqualTo("2015-06-09T13:00");
  }

  @Test
  void aSaturdayIsMadeUp() {
    DueClock clock = clock(office().open(LocalDate.of(2015, 7, 11), span("09:00", "12:00")));
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-07-10T10:00"))))
        .isEqualTo("2015-07-11T10:00");
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "2"), at("2015-07-10T16:00"))))
        .isEqualTo("2015-07-11T10:00");
    // closed at that time of day: when it opens next; just closing: then
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-07-10T15:00"))))
        .isEqualTo("2015-07-13T08:30");
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-07-10T12:00"))))
        .isEqualTo("2015-07-11T12:00");
  }

  @Test
  void aDayIsCutShort() {
    DueClock clock = clock(office().close(LocalDate.of(2015, 6, 9), span("12:00", "24:00")));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "5"), at("2015-06-08T16:00"))))
        .isEqualTo("2015-06-10T09:00");
  }

  /** Clocks went from 02:00 to 03:00 on 8 March 2015 and from 02:00 to 01:00 on 1 November. */
  @Test
  void summerTimeComesAndGoes() {
    DueClock clock = clock(dayAndNight());
    assertThat(local(clock.due(rule(DueKind.ELAPSED, "24"), at("2015-03-07T12:00"))))
        .isEqualTo("2015-03-08T13:00");
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "24"), at("2015-03-07T12:00"))))
        .isEqualTo("2015-03-08T13:00");
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "1"), at("2015-03-07T12:00"))))
        .isEqualTo("2015-03-08T12:00");
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-03-07T12:00"))))
        .isEqualTo("2015-03-08T12:00");
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "24"), at("2015-10-31T12:00"))))
        .isEqualTo("2015-11-01T11:00");
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "1"), at("2015-10-31T12:00"))))
        .isEqualTo("2015-11-01T12:00");
    // a time of day that does not come is as much later as clocks are put on
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "1"), at("2015-03-07T02:30"))))
        .isEqualTo("2015-03-08T03:30");
  }

  @Test
  void februaryHasTwentyNineDaysNowAndThen() {
    DueClock clock = DueClock.of(CITY);
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "1"), at("2016-02-28T10:00"))))
        .isEqualTo("2016-02-29T10:00");
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "366"), at("2016-02-29T10:00"))))
        .isEqualTo("2017-03-01T10:00");
  }

  @Test
  void aPauseOverAWeekendCostsTheHoursThatWereOpen() {
    DueClock clock = clock(office());
    List<Pause> weekend = List.of(pause("2015-06-12T16:00", "2015-06-15T09:30"));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "4"), at("2015-06-12T15:00"), weekend)))
        .isEqualTo("2015-06-15T12:30");
    // one hour on Friday and one on Monday: two more than Tuesday 15:00
    assertThat(local(clock.due(rule(DueKind.WORKING_DAYS, "2"), at("2015-06-12T15:00"), weekend)))
        .isEqualTo("2015-06-16T17:00");
    assertThat(local(clock.due(rule(DueKind.ELAPSED, "4"), at("2015-06-12T15:00"), weekend)))
        .isEqualTo("2015-06-15T12:30");
    assertThat(local(clock.due(rule(DueKind.CALENDAR_DAYS, "3"), at("2015-06-12T15:00"), weekend)))
        .isEqualTo("2015-06-18T08:30");
  }

  @Test
  void aHoldThatEndsOnAHolidayCostsNothingOfIt() {
    DueClock clock = clock(office());
    List<Pause> hold = List.of(pause("2015-07-02T16:00", "2015-07-03T11:00"));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "2"), at("2015-07-02T15:30"), hold)))
        .isEqualTo("2015-07-06T10:00");
  }

  @Test
  void pausesThatOverlapCountOnce() {
    DueClock clock = clock(office());
    List<Pause> pauses =
        List.of(
            pause("2015-06-08T11:00", "2015-06-08T13:00"),
            pause("2015-06-08T10:00", "2015-06-08T12:00"),
            pause("2015-06-08T07:00", "2015-06-08T09:30"));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "2"), at("2015-06-08T09:00"), pauses)))
        .isEqualTo("2015-06-08T14:30");
  }

  @Test
  void aPauseAfterItWasDueChangesNothing() {
    DueClock clock = clock(office());
    List<Pause> late = List.of(pause("2015-06-08T10:00", "2015-06-09T10:00"));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-08T09:00"), late)))
        .isEqualTo("2015-06-08T10:00");
  }

  @Test
  void aPauseIsKeptWhenTheRuleChanges() {
    DueClock clock = clock(office());
    List<Pause> pauses = List.of(pause("2015-06-08T09:30", "2015-06-08T10:00"));
    assertThat(local(clock.due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-08T09:00"), pauses)))
        .isEqualTo("2015-06-08T10:30");
    assertThat(local(clock.due(rule(DueKind.ELAPSED, "3"), at("2015-06-08T09:00"), pauses)))
        .isEqualTo("2015-06-08T12:30");
  }

  @Test
  void whatIsOnHoldIsNotDue() {
    List<Pause> hold = List.of(pause("2015-06-08T09:30", null));
    assertThat(
            clock(office())
                .due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-08T09:00"), hold)
                .reason())
        .contains(NoDue.ON_HOLD);
  }

  @Test
  void aCalendarThatNeverOpensIsAReasonAndNoLoop() {
    DueClock never = clock(new WorkCalendar.CalendarBuilder());
    assertThat(never.due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-08T09:00")).reason())
        .contains(NoDue.NEVER_OPENS);
    DueClock once =
        clock(
            new WorkCalendar.CalendarBuilder()
                .open(LocalDate.of(2015, 6, 9), span("09:00", "10:00")));
    assertThat(local(once.due(rule(DueKind.WORKING_HOURS, "1"), at("2015-06-08T09:00"))))
        .isEqualTo("2015-06-09T10:00");
    assertThat(once.due(rule(DueKind.WORKING_HOURS, "2"), at("2015-06-08T09:00")).reason())
        .contains(NoDue.BEYOND_CALENDAR);
    assertThat(once.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-06-10T09:00")).reason())
        .contains(NoDue.NEVER_OPENS);
  }

  @Test
  void whatIsTooFarOffIsAReason() {
    DueClock clock = clock(dayAndNight());
    for (DueKind kind : DueKind.values()) {
      assertThat(clock.due(rule(kind, "800000"), at("2100-01-01T09:00")).reason())
          .as(kind.id())
          .contains(NoDue.BEYOND_CALENDAR);
      assertThat(clock.due(rule(kind, "1"), Instant.MIN).reason()).contains(NoDue.BEYOND_CALENDAR);
      assertThat(clock.due(rule(kind, "1"), Instant.MAX).reason()).contains(NoDue.BEYOND_CALENDAR);
    }
  }

  @Test
  void aReminderComesWithinHours() {
    WorkTime work = WorkTime.of(office().build(), CITY);
    Instant reminder = work.minus(at("2015-06-15T09:30"), 2 * 3_600_000_000_000L).orElseThrow();
    assertThat(reminder).isEqualTo(at("2015-06-12T16:00"));
  }

  @Test
  void partsOfADayAreNoDays() {
    assertThatThrownBy(() -> rule(DueKind.WORKING_DAYS, "0.5"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rule(DueKind.ELAPSED, "-1"))
        .isInstanceOf(IllegalArgumentException.class);
    DueClock bare = DueClock.of(CITY);
    assertThatThrownBy(() -> bare.due(rule(DueKind.WORKING_DAYS, "1"), at("2015-06-08T09:00")))
        .isInstanceOf(IllegalStateException.class);
  }
}
