package org.gridwright.data.snapshot;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.snapshot.KeptPlans.Origin;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes snapshots of stored plans: reads the plan, unless it was published here a moment ago, and
 * takes its locator from where it was kept, or builds it. Thread-safe.
 */
final class SnapshotMaker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotMaker.class);

  private final Store store;
  private final LocatorFactory locators;
  private final KeptPlans kept;
  private final EarlyPlans early;
  private final AtomicReference<@Nullable Offer> offered = new AtomicReference<>();

  /** One thread, so that look-ups keep the other cores while a locator is built behind them. */
  private final ForkJoinPool builder = new ForkJoinPool(1);

  SnapshotMaker(Store store, LocatorFactory locators, KeptPlans kept, EarlyPlans early) {
    this.store = store;
    this.locators = locators;
    this.kept = kept;
    this.early = early;
  }

  /** The content of a plan that was just published. */
  private record Offer(long planId, Plan plan) {}

  /** Has the content of a plan that was just published used where that plan is made next. */
  void offer(PlanInfo info, Plan plan) {
    offered.set(new Offer(info.id(), plan));
  }

  /** Others wrote to plans: what was published may no longer be what the store has. */
  void withdrawOffer() {
    offered.set(null);
  }

  /**
   * The snapshot of a plan.
   *
   * @param inForce the plan that it may have been made of
   * @param edition what other programs had written before now, where its locator is to be kept;
   *     null where it is not
   */
  PlanSnapshot make(PlanInfo info, @Nullable PlanSnapshot inForce, @Nullable String edition) {
    long start = System.nanoTime();
    Origin origin = edition == null ? null : new Origin(info, edition);
    Offer offer = offered.get();
    PlanSnapshot made;
    if (offer != null && offer.planId() == info.id()) {
      offered.compareAndSet(offer, null);
      made = published(info, offer.plan(), inForce, origin);
    } else {
      made = read(info, origin);
    }
    LOG.info(
        "Loaded plan {} of {}: {} grids, {} vertices, {} ms",
        info.id(),
        info.theme(),
        made.stored().grids().size(),
        made.vertices(),
        (System.nanoTime() - start) / 1_000_000);
    return made;
  }

  /** Waits until no locator is being built in the background. */
  void awaitBuilt() {
    if (!builder.awaitQuiescence(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("locators are still being built");
    }
  }

  @Override
  public void close() {
    builder.shutdownNow();
  }

  /**
   * Reads a plan, and beside it what was kept of its locator, which is used if it is the plan's.
   */
  private PlanSnapshot read(PlanInfo info, @Nullable Origin origin) {
    KeptPlan known = origin == null ? null : early.of(info).orElse(null);
    CompletableFuture<Optional<Locator>> coming =
        known == null
            ? CompletableFuture.completedFuture(Optional.empty())
            : CompletableFuture.supplyAsync(known::locator, builder);
    Plan plan = store.plans().load(info.id());
    Optional<Locator> asKept = coming.join();
    if (known != null && asKept.isPresent() && known.isOf(plan)) {
      return new PlanSnapshot(info, plan, asKept.get());
    }
    return built(info, plan, origin);
  }

  private PlanSnapshot built(PlanInfo info, Plan plan, @Nullable Origin origin) {
    Locator locator = locators.of(plan);
    keep(origin, plan, locator);
    return new PlanSnapshot(info, plan, locator);
  }

  /** The snapshot of a plan that was made of the one in force; its locator may follow later. */
  private PlanSnapshot published(
      PlanInfo info, Plan plan, @Nullable PlanSnapshot inForce, @Nullable Origin origin) {
    Optional<Locator> patched =
        inForce == null
            ? Optional.empty()
            : locators.after(inForce.stored(), inForce.locator(), plan);
    if (patched.isEmpty() || builder.isShutdown()) {
      return built(info, plan, origin);
    }
    PlanSnapshot snapshot = new PlanSnapshot(info, plan, patched.get());
    builder.execute(() -> build(snapshot, origin));
    return snapshot;
  }

  private void build(PlanSnapshot snapshot, @Nullable Origin origin) {
    try {
      Locator locator = locators.of(snapshot.stored());
      snapshot.answerWith(locator);
      keep(origin, snapshot.stored(), locator);
    } catch (CancellationException closing) {
      LOG.debug("The locator of plan {} is no longer needed", snapshot.info().id());
    } catch (RuntimeException | OutOfMemoryError failure) {
      LOG.warn(
          "The locator of plan {} could not be built; a slower one stays in use",
          snapshot.info().id(),
          failure);
    }
  }

  private void keep(@Nullable Origin origin, Plan plan, Locator locator) {
    if (origin != null) {
      kept.keep(origin, plan, locator);
    }
  }
}
