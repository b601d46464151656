package org.gridwright.data.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when something is due that was opened at a moment. Immutable and thread-safe.
 *
 * <p>A pause moves what is due by as much as it lasts, measured in the clock's own time: hours for
 * hours, open time for what counts work, local days and time of day for days of the almanac.
 */
public final class DueClock {

  private final ZoneId zone;
  private final @Nullable WorkTime work;

  private DueClock(ZoneId zone, @Nullable WorkTime work) {
    this.zone = zone;
    this.work = work;
  }

  /** A clock of a city that keeps a calendar. */
  public static DueClock of(WorkTime work) {
    return new DueClock(work.zone(), work);
  }

  /** A clock without a calendar: rules that count work cannot be asked for. */
  public static DueClock of(ZoneId zone) {
    return new DueClock(zone, null);
  }

  /** When something is due that never paused. */
  public DueTime due(DueRule rule, Instant opened) {
    return due(rule, opened, List.of());
  }

  /**
   * When something is due.
   *
   * @param pauses in any order; what two of them share counts once
   * @throws IllegalStateException when the rule counts work and there is no calendar
   */
  public DueTime due(DueRule rule, Instant opened, List<Pause> pauses) {
    if (isBeyond(opened)) {
      return DueTime.never(NoDue.BEYOND_CALENDAR);
    }
    Instant due = first(rule, opened).orElse(null);
    for (Pause pause : joined(pauses, opened)) {
      if (due == null || !pause.from().isBefore(due)) {
        break;
      }
      Instant until = pause.until();
      if (until == null) {
        return DueTime.never(NoDue.ON_HOLD);
      }
      due = moved(rule.kind(), due, pause.from(), until).orElse(null);
    }
    return due == null ? DueTime.never(missing(rule, opened)) : bounded(due);
  }

  private Optional<Instant> first(DueRule rule, Instant opened) {
    return switch (rule.kind()) {
      case ELAPSED -> Optional.of(opened.plusNanos(rule.nanos()));
      case WORKING_HOURS -> work().plus(opened, rule.nanos());
      case WORKING_DAYS -> work().plusDays(opened, rule.days());
      case CALENDAR_DAYS -> Optional.of(opened.atZone(zone).plusDays(rule.days()).toInstant());
    };
  }

  private Optional<Instant> moved(DueKind kind, Instant due, Instant from, Instant until) {
    return switch (kind) {
      case ELAPSED -> Optional.of(due.plus(Duration.between(from, until)));
      case WORKING_HOURS, WORKING_DAYS -> {
        long open = work().between(from, until);
        yield open == 0 ? Optional.of(due) : work().plus(due, open);
      }
      case CALENDAR_DAYS -> {
        LocalDateTime stood = LocalDateTime.ofInstant(from, zone);
        Duration local = Duration.between(stood, LocalDateTime.ofInstant(until, zone));
        ZonedDateTime then = due.atZone(zone);
        yield Optional.of(then.toLocalDateTime().plus(local).atZone(zone).toInstant());
      }
    };
  }

  /** The pauses since something was opened, apart and in order. */
  private static List<Pause> joined(List<Pause> pauses, Instant opened) {
    List<Pause> joined = new ArrayList<>();
    for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      Instant until = pause.until();
      Instant from = pause.from().isBefore(opened) ? opened : pause.from();
      Pause last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (until != null && !until.isAfter(from)) {
        continue;
      }
      Instant stood = last == null ? null : last.until();
      if (last == null || (stood != null && stood.isBefore(from))) {
        joined.add(new Pause(from, until));
      } else if (stood != null && (until == null || until.isAfter(stood))) {
        joined.set(joined.size() - 1, new Pause(last.from(), until));
      }
    }
    return joined;
  }

  private WorkTime work() {
    if (work == null) {
      throw new IllegalStateException("a rule that counts work needs a calendar");
    }
    return work;
  }

  private NoDue missing(DueRule rule, Instant opened) {
    return rule.kind().isOfWork() && work().opening(opened).isEmpty()
        ? NoDue.NEVER_OPENS
        : NoDue.BEYOND_CALENDAR;
  }

  private DueTime bounded(Instant due) {
    return isBeyond(due) ? DueTime.never(NoDue.BEYOND_CALENDAR) : DueTime.at(due);
  }

  private boolean isBeyond(Instant moment) {
    try {
      int year = moment.atZone(zone).getYear();
      return year < WorkTime.FIRST.getYear() || year >= WorkTime.END.getYear();
    } catch (DateTimeException tooFar) {
      return true;
    }
  }
}
