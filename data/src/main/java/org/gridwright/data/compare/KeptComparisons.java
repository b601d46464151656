package org.gridwright.data.compare;

import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.gridwright.core.compare.CompareOptions;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.store.Store;

/**
 * The comparisons asked for last: whoever looks at one asks for its numbers, its map and its table
 * page by page. Plans never change, so their ground is compared once; points are counted again when
 * the store's have changed. Those who ask at the same time wait for one answer. Held only as long
 * as memory lasts. Thread-safe.
 */
public final class KeptComparisons {

  private static final int MOST = 4;

  private final Store store;
  private final PlanComparer comparer;
  private final Map<Key, SoftReference<Kept>> kept = new LinkedHashMap<>(16, .75f, true);

  public KeptComparisons(Store store) {
    this.store = store;
    this.comparer = new PlanComparer(store);
  }

  private record Key(Side from, Side to, CompareOptions options) {}

  /** Units are the same when they are the same object, which a new draft shares with its base. */
  private record Side(ComparedPlan.Kind kind, long id, Plan plan, int depth) {

    static Side of(ComparedPlan compared, int depth) {
      return new Side(compared.kind(), compared.id(), compared.plan(), depth);
    }
  }

  /**
   * @param points version of addresses and incidents
   */
  private record Kept(String points, CompletableFuture<ComparedPlans> compared) {}

  /** As {@link PlanComparer#compare}, of which it throws what that throws. */
  public ComparedPlans compare(
      ComparedPlan from, int fromDepth, ComparedPlan to, int toDepth, CompareOptions options) {
    Key key = new Key(Side.of(from, fromDepth), Side.of(to, toDepth), options);
    String points = store.addresses().version() + ' ' + store.incidents().version();
    Kept mine = new Kept(points, new CompletableFuture<>());
    Kept known = known(key, mine);
    if (known == mine) {
      return make(key, mine, () -> comparer.compare(from, fromDepth, to, toDepth, options));
    }
    ComparedPlans compared = awaited(known);
    if (known.points().equals(points)) {
      return compared;
    }
    put(key, mine);
    return make(key, mine, () -> comparer.recounted(compared));
  }

  private synchronized Kept known(Key key, Kept otherwise) {
    SoftReference<Kept> reference = kept.get(key);
    Kept known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    put(key, otherwise);
    return otherwise;
  }

  private synchronized void put(Key key, Kept made) {
    kept.put(key, new SoftReference<>(made));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private ComparedPlans make(Key key, Kept mine, Supplier<ComparedPlans> work) {
    try {
      ComparedPlans compared = work.get();
      mine.compared().complete(compared);
      return compared;
    } catch (RuntimeException | Error failure) {
      forget(key);
      mine.compared().completeExceptionally(failure);
      throw failure;
    }
  }

  private synchronized void forget(Key key) {
    kept.remove(key);
  }

  private static ComparedPlans awaited(Kept known) {
    try {
      return known.compared().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
