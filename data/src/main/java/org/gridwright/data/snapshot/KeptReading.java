package org.gridwright.data.snapshot;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was read of the store, in memory, so that who asks for it asks no database. It is read
 * beside the requests where it has changed: now and then, and by {@link #refresh} after a change
 * that is to show at once. While the store is away, what was read last serves on. Thread-safe.
 *
 * @param <T> immutable
 */
final class KeptReading<T> implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeptReading.class);

  private final String name;
  private final Supplier<String> version;
  private final Supplier<T> reading;
  private final ScheduledExecutorService watcher;
  private volatile Edition<T> edition;
  private volatile boolean tried;

  /**
   * @param name of what is read, for the log
   * @param first what serves until it was read
   * @param version of what the store has, before it is read
   */
  KeptReading(String name, T first, Supplier<String> version, Supplier<T> reading) {
    this.name = name;
    this.version = version;
    this.reading = reading;
    this.watcher = Background.thread(name + "-watch");
    this.edition = new Edition<>("", first);
  }

  /** What was read of one state of the store, or of a later one. */
  private record Edition<T>(String version, T read) {}

  T now() {
    return edition.read();
  }

  /** Whether it has been read, or could not be. */
  boolean tried() {
    return tried;
  }

  /** Refreshes now and then, the first time at once. */
  void watch(Duration interval) {
    var unused =
        watcher.scheduleWithFixedDelay(
            this::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Reads where the version is another; without an exception while the store is away. */
  synchronized void refresh() {
    try {
      String found = version.get();
      if (!found.equals(edition.version())) {
        edition = new Edition<>(found, reading.get());
      }
    } catch (StoreException away) {
      LOG.debug("The {} in memory serve on while the store is away", name, away);
    } catch (RuntimeException failure) {
      LOG.warn("The {} could not be read; those in memory serve on", name, failure);
    } finally {
      tried = true;
    }
  }

  @Override
  public void close() {
    watcher.shutdownNow();
  }
}
