package org.gridwright.data.bench;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gridwright.data.clock.DueClock;
import org.gridwright.data.clock.DueKind;
import org.gridwright.data.clock.DueRule;
import org.gridwright.data.clock.DueTime;
import org.gridwright.data.clock.OpenSpan;
import org.gridwright.data.clock.Pause;
import org.gridwright.data.clock.WorkCalendar;
import org.gridwright.data.clock.WorkTime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Due times of seeded moments of ten years, by an office with lunch and holidays; one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DueClockBenchmark {

  private static final int MOMENTS = 1 << 14;
  private static final long TEN_YEARS = 315_360_000;

  @Param({"ELAPSED", "WORKING_HOURS", "WORKING_DAYS", "CALENDAR_DAYS"})
  private DueKind kind = DueKind.ELAPSED;

  private final DueClock clock = DueClock.of(WorkTime.of(office(), ZoneId.of("America/New_York")));
  private final Instant[] opened = opened();

  @Benchmark
  @OperationsPerInvocation(MOMENTS)
  public void due(Blackhole hole) {
    DueRule rule = new DueRule(kind, BigDecimal.TEN);
    for (Instant moment : opened) {
      hole.consume(clock.due(rule, moment));
    }
  }

  /** The same with a pause of a day that began an hour after it was opened. */
  @Benchmark
  @OperationsPerInvocation(MOMENTS)
  public void paused(Blackhole hole) {
    DueRule rule = new DueRule(kind, BigDecimal.TEN);
    for (Instant moment : opened) {
      DueTime due =
          clock.due(
              rule,
              moment,
              List.of(new Pause(moment.plusSeconds(3600), moment.plusSeconds(90_000))));
      hole.consume(due);
    }
  }

  private static WorkCalendar office() {
    WorkCalendar.CalendarBuilder builder = new WorkCalendar.CalendarBuilder();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
        builder.open(day, new OpenSpan(30_600, 61_200)).close(day, new OpenSpan(43_200, 46_800));
      }
    }
    for (int year = 2015; year < 2027; year++) {
      builder.close(LocalDate.of(year, 12, 25), OpenSpan.ALL_DAY);
    }
    return builder.build();
  }

  private static Instant[] opened() {
    Random random = new Random(1);
    Instant first = Instant.parse("2015-01-01T00:00:00Z");
    Instant[] opened = new Instant[MOMENTS];
    for (int i = 0; i < MOMENTS; i++) {
      opened[i] = first.plusSeconds((long) (random.nextDouble() * TEN_YEARS));
    }
    return opened;
  }
}
