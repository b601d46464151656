package org.gridwright.data.snapshot;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.data.model.Address;
import org.gridwright.data.model.Incident;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;

/**
 * Counts of addresses and incidents per grid, computed when first asked for and kept until the
 * plan, the addresses or the incidents change. Thread-safe; the same count is computed once.
 */
public final class GridCounts {

  private static final int KEPT = 32;

  /** What a count depends on: of which plan, of what, and the version of that. */
  private record Key(long planId, Object what, String version) {}

  private final Store store;
  private final Map<Key, CompletableFuture<PlaceCounts>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompletableFuture<PlaceCounts>> eldest) {
          return size() > KEPT;
        }
      };

  public GridCounts(Store store) {
    this.store = store;
  }

  public PlaceCounts addresses(PlanSnapshot snapshot) {
    return count(
        new Key(snapshot.info().id(), "addresses", store.addresses().version()),
        () -> {
          try (Stream<Address> addresses = store.addresses().stream(null)) {
            return PlaceCounts.of(snapshot, addresses.map(Address::place));
          }
        });
  }

  public PlaceCounts incidents(PlanSnapshot snapshot, IncidentStore.Query query) {
    return count(
        new Key(snapshot.info().id(), query, store.incidents().version()),
        () -> {
          try (Stream<Incident> incidents = store.incidents().stream(query)) {
            return PlaceCounts.of(snapshot, incidents.map(Incident::place));
          }
        });
  }

  private PlaceCounts count(Key key, Supplier<PlaceCounts> compute) {
    CompletableFuture<PlaceCounts> mine = new CompletableFuture<>();
    CompletableFuture<PlaceCounts> known;
    synchronized (kept) {
      known = kept.putIfAbsent(key, mine);
    }
    if (known != null) {
      try {
        return known.join();
      } catch (CompletionException failure) {
        throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
      }
    }
    try {
      mine.complete(compute.get());
      return mine.join();
    } catch (RuntimeException | Error failure) {
      synchronized (kept) {
        kept.remove(key);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }
}
