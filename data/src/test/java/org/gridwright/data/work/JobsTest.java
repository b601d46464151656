package org.gridwright.data.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.DeadlineException;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Jobs jobs = new Jobs("test", 1, 1, 3, Clock.systemUTC());
  private final CountDownLatch begun = new CountDownLatch(1);

  @AfterEach
  void close() {
    jobs.close();
  }

  /** Goes on until it is stopped. */
  private String endless(Progress progress) {
    begun.countDown();
    while (true) {
      progress.checkpoint();
      Thread.onSpinWait();
    }
  }

  @Test
  void aJobGivesItsResultAndTellsWhatBecameOfIt() throws Exception {
    Job<String> job = jobs.submit(JobKind.REDRAW, LONG, progress -> "made");
    assertThat(job.attend()).isEqualTo("made");
    JobInfo info = job.info();
    assertThat(info.state()).isEqualTo(JobState.DONE);
    assertThat(info.share()).isEqualTo(1);
    assertThat(info.created()).isBeforeOrEqualTo(info.started());
    assertThat(info.started()).isBeforeOrEqualTo(info.ended());
    assertThat(info.deadline()).isEqualTo(info.created().plus(LONG));
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    Job<String> job =
        jobs.submit(
            JobKind.REDRAW,
            null,
            progress -> {
              throw new IllegalArgumentException("no");
            });
    assertThatThrownBy(job::attend).isInstanceOf(IllegalArgumentException.class).hasMessage("no");
    assertThat(job.state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void progressIsSeenFromOutside() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Job<String> job =
        jobs.submit(
            JobKind.COMPARISON,
            LONG,
            progress -> {
              progress.at(1, 2);
              half.countDown();
              await(seen);
              return "made";
            });
    half.await();
    assertThat(job.info().share()).isEqualTo(0.5);
    assertThat(job.state()).isEqualTo(JobState.RUNNING);
    assertThat(jobs.find(job.id())).contains(job);
    seen.countDown();
    job.attend();
  }

  @Test
  void aJobStopsWhenNobodyIsThereForWhomAThreadWaits() {
    AtomicInteger asked = new AtomicInteger();
    Job<String> job = jobs.submit(JobKind.REDRAW, LONG, this::endless);
    try (Presence client = Presence.of(() -> asked.incrementAndGet() < 2)) {
      assertThatThrownBy(job::attend).isInstanceOf(CancelledException.class);
    }
    assertThat(asked).hasValue(2);
    assertThat(job.isWanted()).isFalse();
  }

  @Test
  void aCancelledJobStopsAndTheNextOneBegins() throws Exception {
    Job<String> first = jobs.submit(JobKind.REDRAW, LONG, this::endless);
    Job<String> second = jobs.submit(JobKind.REDRAW, LONG, progress -> "next");
    begun.await();
    assertThat(second.state()).isEqualTo(JobState.WAITING);
    first.cancel();
    assertThat(second.attend()).isEqualTo("next");
    assertThat(first.state()).isEqualTo(JobState.CANCELLED);
    assertThatThrownBy(first::attend).isInstanceOf(CancelledException.class);
    assertThat(jobs.list()).extracting(JobInfo::id).contains(first.id());
  }

  @Test
  void whatIsLateStopsByItself() {
    Job<String> job = jobs.submit(JobKind.REDRAW, Duration.ofMillis(20), this::endless);
    assertThatThrownBy(() -> job.result().get())
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(DeadlineException.class);
    assertThat(job.state()).isEqualTo(JobState.FAILED);
  }

  @Test
  void workThatNobodyWaitsForStops() throws Exception {
    Job<String> job = jobs.submit(JobKind.COMPARISON, LONG, this::endless);
    begun.await();
    Thread waiter = new Thread(() -> assertThatThrownBy(job::attend), "waiter");
    waiter.start();
    waiter.interrupt();
    waiter.join();
    assertThatThrownBy(() -> job.result().get()).hasCauseInstanceOf(CancelledException.class);
    assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    assertThat(job.isWanted()).isFalse();
  }

  @Test
  void aJobThatIsCancelledWhileItWaitsNeverBeginsAndMakesRoom() throws Exception {
    jobs.submit(JobKind.REDRAW, LONG, this::endless);
    Job<String> waiting = jobs.submit(JobKind.REDRAW, LONG, progress -> "never");
    assertThatThrownBy(() -> jobs.submit(JobKind.REDRAW, LONG, progress -> "refused"))
        .isInstanceOf(JobsFullException.class);
    waiting.cancel();
    assertThat(waiting.info().started()).isNull();
    assertThat(waiting.state()).isEqualTo(JobState.CANCELLED);
    Job<String> next = jobs.submit(JobKind.REDRAW, LONG, progress -> "taken");
    assertThat(next.state()).isEqualTo(JobState.WAITING);
  }

  @Test
  void parallelStreamsRunInThePoolOfTheJob() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    jobs.submit(
            JobKind.COMPARISON,
            LONG,
            progress ->
                IntStream.range(0, 10_000)
                    .parallel()
                    .map(
                        i -> {
                          threads.add(Thread.currentThread().getName());
                          return i;
                        })
                    .sum())
        .attend();
    assertThat(threads).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    assertThat(threads).allMatch(name -> name.startsWith("test-"));
  }

  @Test
  void allThreadsOfAStoppedJobBecomeIdle() throws Exception {
    Job<Integer> job =
        jobs.submit(
            JobKind.COMPARISON,
            LONG,
            progress ->
                IntStream.range(0, 1_000_000)
                    .parallel()
                    .map(i -> endless(progress).length())
                    .sum());
    begun.await();
    job.cancel();
    assertThatThrownBy(() -> job.result().get()).hasCauseInstanceOf(CancelledException.class);
    assertThat(jobs.isIdleWithin(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingCancelsEverythingAndTakesNoMore() throws Exception {
    Job<String> running = jobs.submit(JobKind.REDRAW, LONG, this::endless);
    Job<String> waiting = jobs.submit(JobKind.REDRAW, LONG, progress -> "never");
    begun.await();
    jobs.close();
    for (Job<String> job : List.of(running, waiting)) {
      assertThatThrownBy(() -> job.result().get()).hasCauseInstanceOf(CancelledException.class);
      assertThat(job.state()).isEqualTo(JobState.CANCELLED);
    }
    assertThatThrownBy(() -> jobs.submit(JobKind.REDRAW, LONG, progress -> "refused"))
        .isInstanceOf(JobsFullException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
