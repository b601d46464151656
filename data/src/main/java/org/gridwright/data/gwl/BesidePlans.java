package org.gridwright.data.gwl;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.KeptPlan;
import org.gridwright.data.snapshot.KeptPlans;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the plans in force of a server in files: beside the store where that is a file, those that
 * {@link PlanBeside} says; else in a folder, where one is named. They are written by a thread of
 * their own, of each theme the newest. Thread-safe.
 */
public final class BesidePlans implements KeptPlans {

  private static final Logger LOG = LoggerFactory.getLogger(BesidePlans.class);

  private static final long END_SECONDS = 10;

  private final Store store;
  private final @Nullable Path folder;
  private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
  private final ScheduledExecutorService keeper = Background.thread("plan-keeper");

  /**
   * @param store is open for as long as this is
   * @param folder for a store that is no file; null where its plans are not kept
   */
  public BesidePlans(Store store, @Nullable Path folder) {
    this.store = store;
    this.folder = folder;
  }

  @Override
  public Optional<KeptPlan> open(PlanInfo plan, String digest) {
    return file(plan.theme())
        .flatMap(
            path ->
                PlanBeside.open(path, plan.id(), digest)
                    .map(file -> new KeptInFile(path, file, digest)));
  }

  @Override
  public void keep(Origin origin, Plan plan, Locator locator) {
    PlanInfo info = origin.info();
    Path file = file(info.theme()).orElse(null);
    if (file != null && locator instanceof PackedLocator own) {
      waiting.put(
          info.theme(), () -> BesideKeeper.keep(store, file, origin.edition(), info, plan, own));
      try {
        keeper.execute(() -> keepNewest(info.theme()));
      } catch (RejectedExecutionException closed) {
        LOG.debug("The plan {} is not kept any more", info.id(), closed);
      }
    }
  }

  @Override
  public void close() {
    keeper.shutdownNow();
    try {
      if (!keeper.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A file of plans is still being written");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until what was given to be kept is, or could not be. */
  void awaitKept() {
    try {
      keeper.submit(() -> {}).get();
    } catch (InterruptedException | ExecutionException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void keepNewest(String theme) {
    Runnable newest = waiting.remove(theme);
    if (newest == null) {
      return;
    }
    try {
      newest.run();
    } catch (RuntimeException | OutOfMemoryError failure) {
      LOG.warn("The plan in force of {} could not be kept in a file", theme, failure);
    }
  }

  private Optional<Path> file(String theme) {
    return PlanBeside.kept(store, folder, theme + ".gwl");
  }
}
