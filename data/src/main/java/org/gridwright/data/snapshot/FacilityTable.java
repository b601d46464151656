package org.gridwright.data.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.Facility;
import org.gridwright.data.store.Store;

/** The facilities in memory, so that looking for one asks no database. Thread-safe. */
public final class FacilityTable implements AutoCloseable {

  private final Store store;
  private final KeptReading<List<Facility>> facilities;

  public FacilityTable(Store store) {
    this.store = store;
    this.facilities =
        new KeptReading<>(
            "facilities",
            List.of(),
            () -> store.layers().facilities().version(LayerQuery.ALL),
            this::read);
  }

  /** All that are known, in id order; none before they are read for the first time. */
  public List<Facility> all() {
    return facilities.now();
  }

  /** Refreshes now and then, the first time at once. */
  public void watch(Duration interval) {
    facilities.watch(interval);
  }

  private List<Facility> read() {
    try (Stream<Facility> all = store.directory().facilities(null)) {
      return all.toList();
    }
  }

  @Override
  public void close() {
    facilities.close();
  }
}
