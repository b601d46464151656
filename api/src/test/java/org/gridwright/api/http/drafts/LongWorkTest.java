package org.gridwright.api.http.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.gridwright.api.http.ProblemException;
import org.junit.jupiter.api.Test;

class LongWorkTest {

  @Test
  void whoWaitsTooLongGetsAProblemAndTheNextOneWaitsForTheWork() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    try (LongWork work = new LongWork(Duration.ofMillis(1))) {
      assertThatThrownBy(() -> work.run(() -> waiting(release, ended)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(422);
                assertThat(problem.details()).containsEntry("reason", "redraw-too-long");
              });
      assertThatThrownBy(() -> work.run(() -> "done")).isInstanceOf(ProblemException.class);
      release.countDown();
      ended.await();
    }
  }

  @Test
  void whatTheWorkThrowsIsThrown() {
    try (LongWork work = new LongWork(Duration.ofMinutes(1))) {
      assertThat(work.run(() -> "done")).isEqualTo("done");
      assertThatThrownBy(
              () ->
                  work.run(
                      () -> {
                        throw new IllegalArgumentException("no");
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no");
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
