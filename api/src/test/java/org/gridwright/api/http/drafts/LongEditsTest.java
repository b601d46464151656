package org.gridwright.api.http.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridwright.api.http.ProblemException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.work.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LongEditsTest {

  private static String endless(Progress progress) {
    while (true) {
      progress.at(2, 5);
      Thread.onSpinWait();
    }
  }

  @Test
  void oneThatGoesOnIsSeenAndStopped() {
    try (LongWork work = new LongWork(Duration.ofMinutes(10))) {
      LongEdits edits = new LongEdits(work);
      CompletableFuture<String> made =
          CompletableFuture.supplyAsync(
              () -> edits.make(7, Optional.of("mine"), LongEditsTest::endless));
      while (edits.find(7, "mine").filter(info -> info.share() > 0).isEmpty()) {
        Thread.onSpinWait();
      }
      assertThat(edits.find(7, "mine").orElseThrow())
          .satisfies(info -> assertThat(info.state()).isEqualTo(JobState.RUNNING))
          .satisfies(info -> assertThat(info.share()).isEqualTo(0.4));
      assertThat(edits.find(8, "mine")).as("of another draft").isEmpty();
      assertThat(edits.stop(7, "yours")).isFalse();

      assertThat(edits.stop(7, "mine")).isTrue();

      assertThatThrownBy(made::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> {
                assertThat(problem.status()).isEqualTo(422);
                assertThat(problem.details()).containsEntry("reason", "edit-cancelled");
              });
      assertThat(edits.find(7, "mine")).isEmpty();
      assertThat(edits.stop(7, "mine")).isFalse();
    }
  }

  @Test
  void oneWithoutANameIsMadeToo() {
    try (LongWork work = new LongWork(Duration.ofMinutes(10))) {
      LongEdits edits = new LongEdits(work);
      assertThat(edits.<String>make(7, Optional.empty(), progress -> "made")).isEqualTo("made");
    }
  }
}
