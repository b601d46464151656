package org.gridwright.data.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When work is done: hours of each day of the week, and of dates that differ, such as holidays and
 * days that are made up at a weekend. Immutable and thread-safe.
 *
 * <p>A date for which hours are told has these and not those of its day of the week. What is closed
 * is taken away from either.
 */
public final class WorkCalendar {

  private final Map<DayOfWeek, List<OpenSpan>> week;
  private final Map<LocalDate, List<OpenSpan>> dates;

  private WorkCalendar(Map<DayOfWeek, Told> week, Map<LocalDate, Told> dates) {
    Map<DayOfWeek, List<OpenSpan>> usual = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      usual.put(day, week.getOrDefault(day, new Told()).hours(List.of()));
    }
    Map<LocalDate, List<OpenSpan>> dated = new HashMap<>();
    dates.forEach(
        (date, told) ->
            dated.put(date, told.hours(usual.getOrDefault(date.getDayOfWeek(), List.of()))));
    this.week = usual;
    this.dates = dated;
  }

  /** What was told of a day. */
  private static final class Told {

    private final List<OpenSpan> open = new ArrayList<>();
    private final List<OpenSpan> besides = new ArrayList<>();
    private final List<OpenSpan> closed = new ArrayList<>();

    List<OpenSpan> hours(List<OpenSpan> usual) {
      List<OpenSpan> all = new ArrayList<>(open.isEmpty() ? usual : open);
      all.addAll(besides);
      return OpenSpan.without(all, closed);
    }
  }

  /** Open spans of a day, apart and in order; none where it is closed. */
  public List<OpenSpan> hours(LocalDate date) {
    List<OpenSpan> dated = dates.get(date);
    return dated == null ? week.getOrDefault(date.getDayOfWeek(), List.of()) : dated;
  }

  /** Whether it opens on a day. */
  public boolean isWorkingDay(LocalDate date) {
    return !hours(date).isEmpty();
  }

  /** Whether no day has any open time. */
  public boolean neverOpens() {
    return week.values().stream().allMatch(List::isEmpty)
        && dates.values().stream().allMatch(List::isEmpty);
  }

  /** Collects hours in any order. For one thread. */
  public static final class CalendarBuilder {

    private final Map<DayOfWeek, Told> week = new EnumMap<>(DayOfWeek.class);
    private final Map<LocalDate, Told> dates = new HashMap<>();

    /** Opens on every such day of the week. */
    public CalendarBuilder open(DayOfWeek day, OpenSpan span) {
      of(day).open.add(span);
      return this;
    }

    /** Closes on every such day of the week, as for lunch. */
    public CalendarBuilder close(DayOfWeek day, OpenSpan span) {
      of(day).closed.add(span);
      return this;
    }

    /** Opens on a date, instead of the hours of its day of the week. */
    public CalendarBuilder open(LocalDate date, OpenSpan span) {
      of(date).open.add(span);
      return this;
    }

    /** Opens on a date besides its other hours: the rest of a night that began the day before. */
    public CalendarBuilder openBesides(LocalDate date, OpenSpan span) {
      of(date).besides.add(span);
      return this;
    }

    /** Closes on a date. */
    public CalendarBuilder close(LocalDate date, OpenSpan span) {
      of(date).closed.add(span);
      return this;
    }

    public WorkCalendar build() {
      return new WorkCalendar(week, dates);
    }

    private Told of(DayOfWeek day) {
      return week.computeIfAbsent(day, it -> new Told());
    }

    private Told of(LocalDate date) {
      return dates.computeIfAbsent(date, it -> new Told());
    }
  }
}
