package org.gridwright.data.snapshot;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Snapshots of plans that are not in force today, least recently used leaving first once their
 * vertices exceed the budget. The newest always stays. Thread-safe; a plan that several threads ask
 * for is loaded once.
 */
final class SnapshotCache {

  private final long budgetVertices;
  private final Map<Long, CompletableFuture<PlanSnapshot>> byPlan =
      new LinkedHashMap<>(16, 0.75f, true);

  SnapshotCache(long budgetVertices) {
    this.budgetVertices = budgetVertices;
  }

  /** The snapshot of a plan; loads it in the calling thread when it is not there. */
  PlanSnapshot get(long planId, Supplier<PlanSnapshot> load) {
    CompletableFuture<PlanSnapshot> mine = new CompletableFuture<>();
    CompletableFuture<PlanSnapshot> known;
    synchronized (byPlan) {
      known = byPlan.get(planId);
      if (known == null) {
        byPlan.put(planId, mine);
      }
    }
    return known == null ? loadInto(mine, planId, load) : await(known);
  }

  /** Forgets all plans; who has one keeps it. */
  void clear() {
    synchronized (byPlan) {
      byPlan.clear();
    }
  }

  private PlanSnapshot loadInto(
      CompletableFuture<PlanSnapshot> mine, long planId, Supplier<PlanSnapshot> load) {
    try {
      PlanSnapshot loaded = load.get();
      mine.complete(loaded);
      trim(planId);
      return loaded;
    } catch (RuntimeException | Error failure) {
      synchronized (byPlan) {
        byPlan.remove(planId);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static PlanSnapshot await(CompletableFuture<PlanSnapshot> known) {
    try {
      return known.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private void trim(long newest) {
    synchronized (byPlan) {
      long sum = 0;
      for (CompletableFuture<PlanSnapshot> each : byPlan.values()) {
        sum += verticesOf(each);
      }
      Iterator<Map.Entry<Long, CompletableFuture<PlanSnapshot>>> eldest =
          byPlan.entrySet().iterator();
      while (sum > budgetVertices && eldest.hasNext()) {
        Map.Entry<Long, CompletableFuture<PlanSnapshot>> entry = eldest.next();
        if (entry.getKey() != newest && entry.getValue().isDone()) {
          sum -= verticesOf(entry.getValue());
          eldest.remove();
        }
      }
    }
  }

  private static long verticesOf(CompletableFuture<PlanSnapshot> entry) {
    return entry.isDone() && !entry.isCompletedExceptionally() ? entry.join().vertices() : 0;
  }
}
