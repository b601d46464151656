package org.gridwright.data.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.gridwright.data.model.Address;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Address search over one store. Thread-safe. Searches go on undisturbed in the old index while a
 * new one is built.
 */
public final class AddressSearch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AddressSearch.class);

  private final AddressStore addresses;
  private final AtomicReference<@Nullable AddressIndex> current = new AtomicReference<>();
  private final Object building = new Object();
  private @Nullable ScheduledExecutorService watcher;
  private boolean closed;

  public AddressSearch(AddressStore addresses) {
    this.addresses = addresses;
  }

  /** Builds the index when there is none, or the addresses changed since. */
  public void refresh() {
    synchronized (building) {
      String version = addresses.version();
      AddressIndex before = current.get();
      if (closed || (before != null && before.version().equals(version))) {
        return;
      }
      long start = System.nanoTime();
      try (Stream<Address> all = addresses.stream(null)) {
        AddressIndex built = AddressIndex.build(all, version);
        current.set(built);
        LOG.info(
            "Indexed {} addresses in {} ms", built.size(), (System.nanoTime() - start) / 1_000_000);
        if (before != null) {
          before.release();
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** Refreshes now and then, the first time at once. */
  public void watch(Duration interval) {
    synchronized (building) {
      if (watcher == null && !closed) {
        watcher = Background.thread("address-index");
        var unused =
            watcher.scheduleWithFixedDelay(
                this::refreshQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /**
   * The best addresses for a text, best first.
   *
   * @param text anything; a text without letters and digits finds nothing
   * @return empty while the first index is still being built
   */
  public Optional<List<AddressHit>> search(String text, int limit) {
    return find(PlaceQuestion.of(text, limit)).map(Found::hits);
  }

  /**
   * What is found for a question, and how it was understood.
   *
   * @return empty while the first index is still being built
   */
  public Optional<Found> find(PlaceQuestion question) {
    AddressIndex index = current.get();
    while (index != null && !index.hold()) {
      index = current.get();
    }
    if (index == null) {
      return Optional.empty();
    }
    try {
      try {
        Question typed = Question.of(question.text(), index.streets());
        return Optional.of(new StreetSearch(index.streets(), question, typed).find());
      } finally {
        index.release();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    if (watcher != null) {
      watcher.shutdown();
    }
    synchronized (building) {
      closed = true;
      AddressIndex last = current.getAndSet(null);
      if (last != null) {
        try {
          last.release();
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
    }
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (StoreException away) {
      LOG.debug("The index in use stays while the store is away", away);
    } catch (RuntimeException failure) {
      LOG.warn("Addresses could not be indexed; the index in use stays", failure);
    }
  }
}
