package org.gridwright.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.core.message.Message;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final List<Double> shares = new ArrayList<>();
  private final Progress progress = Progress.told((step, done, total, share) -> shares.add(share));

  @Test
  void aPartOfAPartIsToldAsAShareOfTheWhole() {
    Progress half = progress.part(0.5, 1);
    half.at(0, 4);
    half.part(0, 0.5).at(2, 4);
    half.at(4, 4);
    half.at(9, 4);
    assertThat(shares).containsExactly(0.5, 0.625, 1.0, 1.0);
  }

  @Test
  void whatHasNoTotalStaysAtItsBeginning() {
    progress.part(0.25, 1).at(100, -1);
    assertThat(shares).containsExactly(0.25);
  }

  @Test
  void stepsAreCountedAndNotEachIsTold() {
    Steps steps = progress.steps(10_000);
    for (int i = 0; i < 10_000; i++) {
      steps.done();
    }
    assertThat(shares).hasSize(1000).isSorted().endsWith(1.0);
  }

  @Test
  void aNamedPartTellsItsNameWhenItBegins() {
    Message name = Message.core("work.cancelled");
    List<Message> names = new ArrayList<>();
    Progress.told((step, done, total, share) -> names.add(step)).part(0, 1).named(name).at(1, 2);
    assertThat(names).containsExactly(name, name);
  }

  @Test
  void whatWasCancelledStopsAtTheNextCheckpoint() {
    Cancellation cancellation = Cancellation.byHand();
    Progress work = Progress.of(cancellation, Progress.Listener.NOBODY).part(0.2, 0.4);
    work.checkpoint();
    cancellation.cancel();
    assertThatThrownBy(work::checkpoint).isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> work.at(1, 2)).isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> work.steps(2).done()).isInstanceOf(CancelledException.class);
  }

  @Test
  void whatIsLateStopsAndSaysHowLongItHad() {
    Cancellation over = Cancellation.within(Duration.ofSeconds(-7));
    assertThat(over.isLate()).isTrue();
    assertThatThrownBy(over::check)
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("-7");
    Cancellation.within(Duration.ofDays(1)).check();
  }
}
