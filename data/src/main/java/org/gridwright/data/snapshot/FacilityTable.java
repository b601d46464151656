package org.gridwright.data.snapshot;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gridwright.data.layer.LayerQuery;
import org.gridwright.data.model.Facility;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facilities in memory, so that looking for one asks no database. They are read beside the
 * requests where they have changed; while the store is away, what was read last serves on.
 * Thread-safe.
 */
public final class FacilityTable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FacilityTable.class);

  private final Store store;
  private final ScheduledExecutorService watcher = Background.thread("facility-watch");
  private volatile Edition edition = new Edition("", List.of());

  public FacilityTable(Store store) {
    this.store = store;
  }

  /** What was read of one state of the store, or of a later one. */
  private record Edition(String version, List<Facility> facilities) {}

  /** All that are known, in id order; none before they are read for the first time. */
  public List<Facility> all() {
    return edition.facilities();
  }

  /** Refreshes now and then, the first time at once. */
  public void watch(Duration interval) {
    var unused =
        watcher.scheduleWithFixedDelay(
            this::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reads them where they have changed; without an exception while the store is away. */
  public synchronized void refresh() {
    try {
      String version = store.layers().facilities().version(LayerQuery.ALL);
      if (!version.equals(edition.version())) {
        try (Stream<Facility> all = store.directory().facilities(null)) {
          edition = new Edition(version, all.toList());
        }
      }
    } catch (StoreException away) {
      LOG.debug("The facilities in memory serve on while the store is away", away);
    } catch (RuntimeException failure) {
      LOG.warn("The facilities could not be read; those in memory serve on", failure);
    }
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }
}
