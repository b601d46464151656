package org.gridwright.data.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.store.LockObtainFailedException;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.StoppedException;
import org.gridwright.data.search.SearchState.Stage;
import org.gridwright.data.store.AddressStore;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Address search over one store. Thread-safe. Searches go on undisturbed in the old index while it
 * is brought up to date, or a new one is made.
 */
public final class AddressSearch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AddressSearch.class);
  private static final long REST_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(30);

  private final AddressStore addresses;
  private final IndexKeeper keeper;
  private final AtomicReference<@Nullable AddressIndex> current = new AtomicReference<>();
  private final Object building = new Object();
  private @Nullable ScheduledExecutorService watcher;
  private long restUntil = System.nanoTime();
  private boolean checked;
  private volatile SearchState state = new SearchState(Stage.STARTING, 0, 0, false);
  private volatile boolean damaged;
  private volatile boolean closed;

  /**
   * @param kept the folder of the index; null where it is made anew at each start
   */
  public AddressSearch(AddressStore addresses, @Nullable Path kept) {
    this.addresses = addresses;
    this.keeper = new IndexKeeper(addresses, kept);
  }

  /** How the index is. */
  public SearchState state() {
    return state;
  }

  /** Opens the index, and brings it up to date or makes it anew where it has to be. */
  public void refresh() {
    synchronized (building) {
      try {
        openFirst();
        AddressIndex before = current.get();
        if (closed || isNow(before)) {
          return;
        }
        Stage stage = before == null ? Stage.BUILDING : Stage.UPDATING;
        Progress progress =
            Progress.of(this::requireOpen, (step, done, total, share) -> tell(stage, share));
        tell(stage, 0);
        use(keeper.current(damaged, progress));
        damaged = false;
        tell(Stage.READY, 1);
      } catch (LockObtainFailedException busy) {
        tell(current.get() == null ? Stage.WAITING : Stage.UPDATING, 0);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** What was kept is used at once, whichever addresses it is of. */
  private void openFirst() throws IOException {
    if (!closed && current.get() == null && !damaged) {
      Optional<AddressIndex> kept = keeper.open();
      if (kept.isPresent()) {
        use(kept.get());
        tell(Stage.UPDATING, 0);
      }
    }
  }

  private boolean isNow(@Nullable AddressIndex index) throws IOException {
    boolean now = index != null && !damaged && addresses.changesSince(index.mark()).isNone();
    if (now) {
      tell(Stage.READY, 1);
    }
    return now;
  }

  private void use(AddressIndex index) throws IOException {
    AddressIndex before = current.getAndSet(index);
    if (before != null) {
      before.release();
    }
  }

  private void tell(Stage stage, double share) {
    AddressIndex index = current.get();
    state = new SearchState(stage, share, index == null ? 0 : index.size(), keeper.isKept());
  }

  private void requireOpen() {
    if (closed) {
      throw new CancelledException();
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
   * @return empty while there is no index that can be used
   */
  public Optional<Found> find(PlaceQuestion question) {
    return ask(
        streets ->
            Optional.of(
                new StreetSearch(streets, question, Question.of(question.text(), streets)).find()));
  }

  /**
   * The street that has the word most like one that was typed, where nothing is found for it.
   *
   * @return empty where no word of any street begins as one of the text does
   */
  public Optional<AddressHit> mostAlike(String text) {
    return ask(streets -> NameMostAlike.find(Question.of(text, streets), streets));
  }

  /** What is asked of the streets of an index. */
  private interface Asked<T> {
    Optional<T> of(IndexedStreets streets) throws IOException;
  }

  private <T> Optional<T> ask(Asked<T> asked) {
    AddressIndex index = current.get();
    while (index != null && !index.hold()) {
      index = current.get();
    }
    if (index == null) {
      return Optional.empty();
    }
    try {
      try {
        return asked.of(index.streets());
      } finally {
        index.release();
      }
    } catch (IOException | InternalError unreadable) {
      giveUp(index, unreadable);
      return Optional.empty();
    }
  }

  /** An index that turns out to be damaged is used no more, and made anew. */
  private void giveUp(AddressIndex index, Throwable why) {
    if (!closed && current.compareAndSet(index, null)) {
      LOG.warn("The index of addresses is damaged; it is made anew: {}", why.toString());
      damaged = true;
      state = new SearchState(Stage.BUILDING, 0, 0, keeper.isKept());
      try {
        index.release();
      } catch (IOException alsoBroken) {
        LOG.debug("The damaged index could not be closed", alsoBroken);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    if (watcher != null) {
      watcher.shutdown();
    }
    synchronized (building) {
      AddressIndex last = current.getAndSet(null);
      try {
        if (last != null) {
          last.release();
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } finally {
        keeper.close();
      }
    }
  }

  private void refreshQuietly() {
    if (System.nanoTime() - restUntil < 0) {
      return;
    }
    try {
      refresh();
      checkOnce();
    } catch (StoreException away) {
      LOG.debug("The index in use stays while the store is away", away);
    } catch (StoppedException end) {
      LOG.debug("The index of addresses is not finished", end);
    } catch (RuntimeException failure) {
      restUntil = System.nanoTime() + REST_AFTER_FAILURE;
      LOG.warn("Addresses could not be indexed; the index in use stays", failure);
    }
  }

  /** What was kept is compared with its checksums once, while it answers already. */
  private void checkOnce() {
    AddressIndex index = current.get();
    if (checked || index == null || !index.hold()) {
      return;
    }
    checked = true;
    try {
      try {
        index.check();
      } finally {
        index.release();
      }
    } catch (IOException | InternalError unreadable) {
      giveUp(index, unreadable);
    }
  }
}
