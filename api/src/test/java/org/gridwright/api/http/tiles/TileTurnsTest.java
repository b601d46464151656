package org.gridwright.api.http.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gridwright.api.http.ProblemException;
import org.gridwright.data.work.Presence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TileTurnsTest {

  private static final int WAITING = 3;

  private final TileTurns turns = new TileTurns(1, WAITING);
  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final List<String> made = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    clients.shutdownNow();
  }

  @Test
  void whatIsAskedForLastIsMadeFirstAndTheOldestGoesWithout() throws Exception {
    Future<?> first = occupied();
    List<Future<?>> asked = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      asked.add(asked(name, true));
    }
    gate.countDown();
    first.get();
    for (Future<?> kept : asked.subList(2, 5)) {
      kept.get();
    }
    assertThat(made).containsExactly("first", "e", "d", "c");
    for (Future<?> refused : asked.subList(0, 2)) {
      assertThatThrownBy(refused::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(ProblemException.class);
    }
  }

  @Test
  void whatNobodyWaitsForIsNotMade() throws Exception {
    Future<?> first = occupied();
    Future<?> gone = asked("gone", false);
    Future<?> there = asked("there", true);
    TimeUnit.MILLISECONDS.sleep(300);
    gate.countDown();
    first.get();
    there.get();
    assertThatThrownBy(gone::get).hasCauseInstanceOf(ProblemException.class);
    assertThat(made).containsExactly("first", "there");
    assertThat(turns.take(() -> "free again")).isEqualTo("free again");
  }

  /** Somebody who makes one until the gate opens. */
  private Future<?> occupied() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> first =
        clients.submit(
            () ->
                turns.take(
                    () -> {
                      begun.countDown();
                      made.add("first");
                      awaitGate();
                      return "first";
                    }));
    begun.await();
    return first;
  }

  private void awaitGate() {
    while (gate.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Somebody who asks, and waits by the time this returns. */
  private Future<?> asked(String name, boolean there) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Future<?> asked =
        clients.submit(
            () -> {
              thread.complete(Thread.currentThread());
              try (Presence client = Presence.of(() -> there)) {
                return turns.take(() -> made.add(name));
              }
            });
    while (thread.join().getState() != Thread.State.WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    return asked;
  }
}
