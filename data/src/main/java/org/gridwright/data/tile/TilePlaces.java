package org.gridwright.data.tile;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridwright.core.tile.TilePoints;
import org.gridwright.core.work.RecentlyUsed;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The places of addresses and of incidents, kept as tiles need them. After incidents were written,
 * what changed is brought in; after addresses were, they are read anew. Thread-safe; of the same
 * places one reads and others wait.
 */
public final class TilePlaces {

  private static final int KEPT = 8;
  private static final Object ADDRESSES = "addresses";

  private final Store store;
  private final Map<Object, Kept> kept = new RecentlyUsed<>(KEPT);

  public TilePlaces(Store store) {
    this.store = store;
  }

  /**
   * Places, and what they are of.
   *
   * @param version of the rows that they were read from
   */
  public record KnownPoints(String version, TilePoints points) {}

  /** Where what is known of one question is kept; its lock is held while it is read. */
  private static final class Kept {
    private @Nullable KnownPoints known;
  }

  /** Of all addresses. */
  public KnownPoints addresses() {
    Kept mine = kept(ADDRESSES);
    synchronized (mine) {
      String version = store.addresses().version();
      KnownPoints known = mine.known;
      if (known == null || !known.version().equals(version)) {
        known = new KnownPoints(version, readAddresses());
        mine.known = known;
      }
      return known;
    }
  }

  /** Of the incidents that a query means. */
  public KnownPoints incidents(IncidentStore.Query query) {
    Kept mine = kept(query);
    synchronized (mine) {
      KnownPoints known = mine.known;
      if (known == null || !known.version().equals(store.incidents().version())) {
        known = changed(known, query).orElseGet(() -> readIncidents(query));
        mine.known = known;
      }
      return known;
    }
  }

  private Kept kept(Object what) {
    synchronized (kept) {
      return kept.computeIfAbsent(what, it -> new Kept());
    }
  }

  private Optional<KnownPoints> changed(@Nullable KnownPoints known, IncidentStore.Query query) {
    return Optional.ofNullable(known)
        .flatMap(
            before ->
                store
                    .incidents()
                    .since(before.version(), query)
                    .map(
                        changes ->
                            new KnownPoints(
                                changes.version(),
                                before.points().with(changes.added(), changes.removed()))));
  }

  private KnownPoints readIncidents(IncidentStore.Query query) {
    TilePoints.Gathering points = new TilePoints.Gathering();
    String version = store.incidents().places(query, points::add);
    return new KnownPoints(version, points.build());
  }

  private TilePoints readAddresses() {
    TilePoints.Gathering points = new TilePoints.Gathering();
    try (Stream<Address> addresses = store.addresses().stream(null)) {
      addresses.map(Address::place).forEach(points::add);
    }
    return points.build();
  }
}
