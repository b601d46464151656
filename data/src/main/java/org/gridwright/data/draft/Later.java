package org.gridwright.data.draft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;

/** Something that is made in the background, or is there already. Thread-safe. */
record Later<T>(CompletableFuture<T> future) {

  /** How often who waits looks whether it is still to. */
  private static final long LOOK_MILLIS = 50;

  static <T> Later<T> now(T value) {
    return new Later<>(CompletableFuture.completedFuture(value));
  }

  static <T> Later<T> of(Supplier<T> work) {
    return new Later<>(CompletableFuture.supplyAsync(work));
  }

  /** Made by other threads than those that everybody uses. */
  static <T> Later<T> of(Supplier<T> work, Executor threads) {
    return new Later<>(CompletableFuture.supplyAsync(work, threads));
  }

  <R> Later<R> then(Function<T, R> work) {
    return new Later<>(future.thenApplyAsync(work));
  }

  /** Whether it will never be there. */
  boolean hasFailed() {
    return future.isCompletedExceptionally();
  }

  /** Waits for it. */
  T get() {
    try {
      return future.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  /**
   * Waits for it, or until it is not to wait any longer; what makes it goes on then.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not
   */
  T get(Progress progress) {
    while (!future.isDone()) {
      progress.checkpoint();
      try {
        return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // asked again whether it is to wait
      } catch (ExecutionException failed) {
        return get(); // throws what it failed with
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
    return get();
  }
}
