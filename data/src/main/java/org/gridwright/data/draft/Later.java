package org.gridwright.data.draft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Something that is made in the background, or is there already. Thread-safe. */
record Later<T>(CompletableFuture<T> future) {

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

  /** Waits for it. */
  T get() {
    try {
      return future.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
