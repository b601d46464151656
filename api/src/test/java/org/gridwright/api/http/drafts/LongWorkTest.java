package org.gridwright.api.http.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.gridwright.api.http.ProblemException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.work.JobKind;
import org.junit.jupiter.api.Test;

class LongWorkTest {

  @Test
  void whoWaitsTooLongGetsAProblemAndTheNextOneWaitsForTheWork() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (LongWork work = new LongWork(Duration.ofMillis(500))) {
      assertThatThrownBy(() -> work.run(JobKind.REDRAW, progress -> waiting(release, ended)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(422);
                assertThat(problem.details()).containsEntry("reason", "redraw-too-long");
              });
      assertThatThrownBy(() -> work.run(JobKind.REDRAW, progress -> "done"))
          .isInstanceOf(ProblemException.class);
      release.countDown();
      ended.await();
    }
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    try (LongWork work = new LongWork(Duration.ofMinutes(1))) {
      assertThat(work.<String>run(JobKind.REDRAW, progress -> "done")).isEqualTo("done");
      assertThatThrownBy(
              () ->
                  work.run(
                      JobKind.REDRAW,
                      progress -> {
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no");
    }
  }

  /** Until it comes to a checkpoint after its time, no other redraw begins; then one does. */
  @Test
  void workThatNobodyWaitsForStopsAndItsPlaceIsFree() throws Exception {
    CountDownLatch stopped = new CountDownLatch(1);
    try (LongWork work = new LongWork(Duration.ofMillis(500))) {
      assertThatThrownBy(() -> work.run(JobKind.REDRAW, progress -> endless(progress, stopped)))
          .isInstanceOf(ProblemException.class);
      stopped.await();
    }
    try (LongWork work = new LongWork(Duration.ofMinutes(1))) {
      assertThat(work.<String>run(JobKind.REDRAW, progress -> "next")).isEqualTo("next");
    }
  }

  private static String endless(Progress progress, CountDownLatch stopped) {
    try {
      while (true) {
        progress.checkpoint();
        Thread.onSpinWait();
      }
    } finally {
      stopped.countDown();
    }
  }

  private static String waiting(CountDownLatch release, CountDownLatch ended) {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    ended.countDown();
    return "late";
  }
}
