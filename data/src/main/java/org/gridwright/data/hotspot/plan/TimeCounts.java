package org.gridwright.data.hotspot.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.gridwright.core.hotspot.time.Rhythm;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.layer.WeekTimes;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;

/**
 * When incidents were. Immutable.
 *
 * @param step how long a bin of the series is
 * @param series from the first bin with an incident to the last, those of none between them
 *     included; empty without incidents
 * @param week by weekday and hour
 */
public record TimeCounts(long total, BinLength step, List<TimeBin> series, Rhythm week) {

  /** How long a bin is. */
  public enum BinLength {
    DAY,
    /** From Monday. */
    WEEK,
    MONTH,
    YEAR;

    /** Most days of a series of this step, so that it can be looked at. */
    private long mostDays() {
      return switch (this) {
        case DAY -> 93;
        case WEEK -> 731;
        case MONTH -> 3_653;
        case YEAR -> Long.MAX_VALUE;
      };
    }

    /** The name used in APIs, such as {@code week}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    private LocalDate begin(LocalDate day) {
      return switch (this) {
        case DAY -> day;
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
      };
    }

    private LocalDate next(LocalDate begin) {
      return switch (this) {
        case DAY -> begin.plusDays(1);
        case WEEK -> begin.plusWeeks(1);
        case MONTH -> begin.plusMonths(1);
        case YEAR -> begin.plusYears(1);
      };
    }

    private static BinLength of(LocalDate first, LocalDate last) {
      long days = ChronoUnit.DAYS.between(first, last);
      for (BinLength step : values()) {
        if (days < step.mostDays()) {
          return step;
        }
      }
      return YEAR;
    }
  }

  /**
   * Incidents of a time.
   *
   * @param from first day
   * @param to the day after the last
   */
  public record TimeBin(LocalDate from, LocalDate to, long count) {}

  public TimeCounts {
    series = List.copyOf(series);
  }

  /** Of all incidents that match, those that no unit owns included. */
  public static TimeCounts of(IncidentStore incidents, IncidentStore.Query query) {
    Tally tally = new Tally();
    incidents.byHour(query).forEach(it -> tally.add(it.day(), it.hour(), it.count()));
    return tally.told();
  }

  /** Of the incidents that match and that a unit of a plan owns. */
  public static TimeCounts of(
      IncidentStore incidents, IncidentStore.Query query, PlanSnapshot snapshot, Unit unit) {
    Tally tally = new Tally();
    int wanted = snapshot.plan().indexOf(unit.depth(), unit.code());
    incidents.moments(
        query.within(unit.drawnArea().envelope()),
        (place, when) -> {
          if (snapshot.unitAt(unit.depth(), place) == wanted) {
            tally.add(when.toLocalDate(), when.getHour(), 1);
          }
        });
    return tally.told();
  }

  /** What was counted so far. */
  private static final class Tally {

    private final long[][] week = new long[WeekTimes.WEEKDAYS][WeekTimes.HOURS];
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();

    void add(LocalDate day, int hour, long count) {
      week[WeekTimes.weekday(day.getDayOfWeek())][hour] += count;
      days.merge(day, count, Long::sum);
    }

    TimeCounts told() {
      Rhythm rhythm = Rhythm.of(week);
      if (days.isEmpty()) {
        return new TimeCounts(0, BinLength.DAY, List.of(), rhythm);
      }
      BinLength step = BinLength.of(days.firstKey(), days.lastKey());
      List<TimeBin> series = new ArrayList<>();
      LocalDate from = step.begin(days.firstKey());
      while (!from.isAfter(days.lastKey())) {
        LocalDate to = step.next(from);
        long count = days.subMap(from, to).values().stream().mapToLong(Long::longValue).sum();
        series.add(new TimeBin(from, to, count));
        from = to;
      }
      return new TimeCounts(rhythm.total(), step, series, rhythm);
    }
  }
}
