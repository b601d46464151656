package org.gridwright.data.snapshot;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Counts of addresses and incidents per grid, computed when first asked for and kept. After
 * incidents were written, what changed is added to the counts known; after addresses were, they are
 * counted anew. Thread-safe; the same count is computed once.
 */
public final class GridCounts {

  private static final int KEPT = 32;

  /** What is counted: of which plan, read when, and of what. */
  private record Key(Plan plan, Object what) {}

  /** Counts, and the version of what was counted. */
  private record Counted(String version, PlaceCounts counts) {}

  private final Store store;
  private final Map<Key, CompletableFuture<Counted>> kept = new RecentlyUsed<>(KEPT);

  public GridCounts(Store store) {
    this.store = store;
  }

  public PlaceCounts addresses(PlanSnapshot snapshot) {
    return count(
        new Key(snapshot.stored(), "addresses"),
        store.addresses()::version,
        before -> {
          String version = store.addresses().version();
          try (Stream<Address> addresses = store.addresses().stream(null)) {
            PlaceCounts counts =
                PlaceCounts.of(snapshot, each -> addresses.map(Address::place).forEach(each));
            return new Counted(version, counts);
          }
        });
  }

  public PlaceCounts incidents(PlanSnapshot snapshot, IncidentStore.Query query) {
    return count(
        new Key(snapshot.stored(), query),
        store.incidents()::version,
        before ->
            Optional.ofNullable(before)
                .flatMap(known -> added(known, query))
                .orElseGet(() -> counted(snapshot, query)));
  }

  private Optional<Counted> added(Counted known, IncidentStore.Query query) {
    return store
        .incidents()
        .since(known.version(), query)
        .map(
            changes ->
                new Counted(
                    changes.version(), known.counts().with(changes.added(), changes.removed())));
  }

  private Counted counted(PlanSnapshot snapshot, IncidentStore.Query query) {
    String[] version = {""};
    PlaceCounts counts =
        PlaceCounts.of(snapshot, each -> version[0] = store.incidents().places(query, each));
    return new Counted(version[0], counts);
  }

  /**
   * The counts of the present version; while the store is away, those that are known.
   *
   * @throws StoreException while it is away and none are
   */
  private PlaceCounts count(
      Key key, Supplier<String> version, Function<@Nullable Counted, Counted> compute) {
    CompletableFuture<Counted> known = known(key);
    try {
      return count(key, version.get(), compute);
    } catch (StoreException away) {
      if (known == null || !known.isDone() || known.isCompletedExceptionally()) {
        throw away;
      }
      return joined(known).counts();
    }
  }

  /**
   * The counts of a version, or of a later one.
   *
   * @param compute from those of another version, null where there are none
   */
  private PlaceCounts count(Key key, String version, Function<@Nullable Counted, Counted> compute) {
    CompletableFuture<Counted> mine = new CompletableFuture<>();
    CompletableFuture<Counted> known = known(key);
    while (known == null || !joined(known).version().equals(version)) {
      if (put(key, known, mine)) {
        return made(key, mine, known == null ? null : joined(known), compute).counts();
      }
      known = known(key);
    }
    return joined(known).counts();
  }

  private @Nullable CompletableFuture<Counted> known(Key key) {
    synchronized (kept) {
      return kept.get(key);
    }
  }

  /** Puts a count in place of the known one, unless somebody else did. */
  private boolean put(
      Key key, @Nullable CompletableFuture<Counted> known, CompletableFuture<Counted> mine) {
    synchronized (kept) {
      return known == null ? kept.putIfAbsent(key, mine) == null : kept.replace(key, known, mine);
    }
  }

  private Counted made(
      Key key,
      CompletableFuture<Counted> mine,
      @Nullable Counted before,
      Function<@Nullable Counted, Counted> compute) {
    try {
      mine.complete(compute.apply(before));
      return mine.join();
    } catch (RuntimeException | Error failure) {
      synchronized (kept) {
        kept.remove(key, mine);
      }
      mine.completeExceptionally(failure);
      throw failure;
    }
  }

  private static Counted joined(CompletableFuture<Counted> known) {
    try {
      return known.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
