package org.gridwright.data.draft;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.gridwright.core.coverage.CheckedPlan;

/** A check that is done, or still running. Thread-safe. */
record Checking(CompletableFuture<CheckedPlan> future) {

  static Checking done(CheckedPlan checked) {
    return new Checking(CompletableFuture.completedFuture(checked));
  }

  /** Waits for it. */
  CheckedPlan checked() {
    try {
      return future.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
