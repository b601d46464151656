package org.gridwright.data.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.compare.Comparison;
import org.gridwright.core.coverage.CoverageCheck;
import org.gridwright.core.divide.Divide;
import org.gridwright.core.divide.DivideOptions;
import org.gridwright.core.divide.RedrawCity;
import org.gridwright.core.divide.WeightedPoints;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.RandomPartitions;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Checkpoint;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work of the core on a big city stops as a job does, and gives its place to the next one. */
@Timeout(120)
class StoppedJobsTest {

  private static final int GRIDS = 20_000;
  private static final int COMMUNITIES = 400;

  /** It is stopped once it has come to so many checkpoints. */
  private static final long MIDDLE = 500;

  private static final Plan CITY = RandomPartitions.city(GRIDS, 1);
  private static final Plan OTHER = RandomPartitions.city(GRIDS, 2);
  private static final RedrawCity DIVIDED = RedrawCity.of(COMMUNITIES, 1);
  private static final WeightedPoints ADDRESSES = DIVIDED.addresses(5 * 9 * COMMUNITIES);

  private final Jobs jobs = new Jobs("stopped", 1, 1, 2, Clock.systemUTC());

  @AfterEach
  void close() {
    jobs.close();
  }

  static Stream<Arguments> work() {
    return Stream.of(
        work("divide", StoppedJobsTest::divide),
        work(
            "compare",
            it ->
                Comparison.of(CITY, 1, OTHER, 1, CompareOptions.DEFAULT, it).families().toString()),
        work("check", it -> CoverageCheck.standard().check(CITY, it).toString()));
  }

  private static Arguments work(String name, Function<Progress, String> work) {
    return Arguments.of(name, work);
  }

  private static String divide(Progress progress) {
    Map<String, Integer> parts =
        Divide.allot(
            DIVIDED.plan(), 0, DIVIDED.communities(), 9 * COMMUNITIES, ADDRESSES, progress);
    DivideOptions options = DivideOptions.of(0, parts).withWeights(ADDRESSES);
    return Divide.propose(DIVIDED.plan(), options, progress).toString();
  }

  /** The same work; the latch is let down when it has begun in earnest. */
  private static String passing(
      Progress job, CountDownLatch middle, Function<Progress, String> work) {
    AtomicLong passed = new AtomicLong();
    Checkpoint both =
        () -> {
          if (passed.incrementAndGet() == MIDDLE) {
            middle.countDown();
          }
          job.checkpoint();
        };
    return work.apply(Progress.of(both, Progress.Listener.NOBODY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void cancelledInTheMiddleItLeavesItsThreadsAtOnce(String name, Function<Progress, String> work)
      throws Exception {
    CountDownLatch middle = new CountDownLatch(1);
    Job<String> job = jobs.submit(JobKind.REDRAW, null, it -> passing(it, middle, work));
    Job<String> next = jobs.submit(JobKind.REDRAW, null, it -> "next");
    middle.await();
    assertThat(job.state()).as(name).isEqualTo(JobState.RUNNING);
    job.cancel();
    assertThatThrownBy(() -> job.result().get(1, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CancelledException.class);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(next.result().get(1, TimeUnit.SECONDS)).isEqualTo("next");
    assertThat(jobs.isIdleWithin(1, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("work")
  void itsDeadlineEndsIt(String name, Function<Progress, String> work) throws Exception {
    Job<String> job = jobs.submit(JobKind.REDRAW, Duration.ofMillis(20), work);
    assertThatThrownBy(() -> job.result().get(1, TimeUnit.SECONDS))
        .as(name)
        .hasCauseInstanceOf(DeadlineException.class);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
    Job<String> next = jobs.submit(JobKind.REDRAW, null, it -> "next");
    assertThat(next.result().get(1, TimeUnit.SECONDS)).isEqualTo("next");
    assertThat(jobs.isIdleWithin(1, TimeUnit.SECONDS)).isTrue();
  }
}
