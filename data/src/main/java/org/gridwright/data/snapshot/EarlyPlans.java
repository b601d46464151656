package org.gridwright.data.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plans in force as they were kept, which answer for places while the plans themselves are
 * still being read. Each is used while the store says that it is the plan in force and that nobody
 * wrote to it; that is looked at again now and then. Thread-safe.
 */
final class EarlyPlans implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EarlyPlans.class);

  private final Store store;
  private final KeptPlans kept;
  private final Supplier<LocalDate> today;
  private volatile Opened opened = new Opened(null, Map.of());
  private @Nullable ScheduledExecutorService watcher;
  private boolean closed;

  EarlyPlans(Store store, KeptPlans kept, Supplier<LocalDate> today) {
    this.store = store;
    this.kept = kept;
    this.today = today;
  }

  /**
   * What is open.
   *
   * @param first id of the first theme, whose plan is meant where none is named
   */
  private record Opened(@Nullable String first, Map<String, Early> byTheme) {}

  private record Early(long plan, String digest, LocalDate day, KeptPlan kept) {}

  /** Opens what can be used, and closes what no longer can. */
  synchronized void look() {
    if (closed) {
      return;
    }
    Map<String, Early> before = opened.byTheme();
    Map<String, Early> now = new HashMap<>();
    String first = null;
    LocalDate day = today.get();
    for (Theme theme : store.themes().all()) {
      String id = theme.id();
      first = first == null || id.compareTo(first) < 0 ? id : first;
      open(id, day, before.get(id)).ifPresent(early -> now.put(id, early));
    }
    opened = new Opened(first, Map.copyOf(now));
    before.values().stream()
        .map(Early::kept)
        .filter(kept -> now.values().stream().noneMatch(early -> early.kept() == kept))
        .forEach(KeptPlan::close);
  }

  /** Looks again now and then, until this is closed. */
  synchronized void watch(Duration interval) {
    if (watcher == null && !closed) {
      watcher = Background.thread("early-plans");
      var unused =
          watcher.scheduleWithFixedDelay(
              this::lookQuietly, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Asks the plan in force on a day, as it was kept.
   *
   * @param theme its id; null for the first one
   * @return empty where there is none, or it cannot answer
   */
  <R> Optional<R> ask(@Nullable String theme, LocalDate day, Function<LocatedPlan, R> question) {
    Opened now = opened;
    String meant = theme == null ? now.first() : theme;
    Early early = meant == null ? null : now.byTheme().get(meant);
    return early == null || !early.day().equals(day)
        ? Optional.empty()
        : early.kept().ask(question);
  }

  /** What was kept of a plan; empty where that is not in use. */
  Optional<KeptPlan> of(PlanInfo plan) {
    return Optional.ofNullable(opened.byTheme().get(plan.theme()))
        .filter(early -> early.plan() == plan.id())
        .map(Early::kept);
  }

  /** The plans themselves answer from now on. */
  @Override
  public synchronized void close() {
    closed = true;
    if (watcher != null) {
      watcher.shutdown();
    }
    opened.byTheme().values().forEach(early -> early.kept().close());
    opened = new Opened(null, Map.of());
  }

  private Optional<Early> open(String theme, LocalDate day, @Nullable Early before) {
    PlanInfo info = store.plans().inForce(theme, day).orElse(null);
    String digest = info == null ? null : store.plans().digest(info.id()).orElse(null);
    if (info == null || digest == null) {
      return Optional.empty();
    }
    if (before != null && before.plan() == info.id() && before.digest().equals(digest)) {
      return Optional.of(new Early(info.id(), digest, day, before.kept()));
    }
    return kept.open(info, digest).map(open -> new Early(info.id(), digest, day, open));
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException away) {
      LOG.debug("What was kept of plans could not be looked at; it serves on", away);
    }
  }
}
