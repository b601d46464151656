package org.gridwright.data.snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.Locator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.work.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of one store's plans. Thread-safe. {@link #refresh} must run once before anything
 * is asked; {@link #ready} says whether it did.
 */
public final class Snapshots implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /** About 400 MB of older plans. */
  public static final long DEFAULT_BUDGET_VERTICES = 8_000_000;

  private final Store store;
  private final LocatorFactory locators;
  private final Clock clock;
  private final SnapshotCache older;
  private final EarlyPlans early;
  private final SnapshotMaker maker;
  private final AtomicReference<@Nullable Map<String, ThemePlans>> themes = new AtomicReference<>();
  private final Object refreshing = new Object();
  private final CompletableFuture<Void> firstLoaded = new CompletableFuture<>();
  private final List<Consumer<PlanInfo>> listeners = new CopyOnWriteArrayList<>();
  private @Nullable ScheduledExecutorService watcher;
  private volatile boolean storeAnswers = true;

  /** What other programs had written to plans when those in memory were read. */
  private String planEdition = "";

  /** As above, of those that are being read. */
  private volatile String readEdition = "";

  /** Snapshots of plans that are kept nowhere but in the store. */
  public Snapshots(Store store, LocatorFactory locators, Clock clock, long budgetVertices) {
    this(store, locators, KeptPlans.NONE, clock, budgetVertices);
  }

  /**
   * @param kept stays the caller's, to be closed after this
   * @param clock its date is the city's today
   * @param budgetVertices vertices of plans kept beside those in force today
   */
  public Snapshots(
      Store store, LocatorFactory locators, KeptPlans kept, Clock clock, long budgetVertices) {
    this.store = store;
    this.locators = locators;
    this.clock = clock;
    this.older = new SnapshotCache(budgetVertices);
    this.early = new EarlyPlans(store, kept, this::today);
    this.maker = new SnapshotMaker(store, locators, kept, early);
  }

  /** Whether the plans in force have been loaded once. */
  public boolean ready() {
    return themes.get() != null;
  }

  /** Whether the store answered when it was last looked at. */
  public boolean storeAnswers() {
    return storeAnswers;
  }

  /** The city's today. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * Asks the plan in force on a day, as it was kept, while plans have not been loaded yet.
   *
   * @param theme its id; null for the first one
   * @return empty where none was kept of that day that can answer, and once plans are loaded
   */
  public <R> Optional<R> early(
      @Nullable String theme, LocalDate day, Function<LocatedPlan, R> question) {
    return early.ask(theme, day, question);
  }

  /** All themes in order of id. */
  public List<Theme> themes() {
    return known().values().stream().map(ThemePlans::theme).toList();
  }

  public Optional<Theme> theme(String id) {
    return Optional.ofNullable(known().get(id)).map(ThemePlans::theme);
  }

  /** Number of a theme's published plans; 0 for an unknown theme. */
  public int published(String themeId) {
    ThemePlans plans = known().get(themeId);
    return plans == null ? 0 : plans.published().size();
  }

  /** The plan of a theme in force today; empty where there is none. */
  public Optional<PlanSnapshot> current(String themeId) {
    return at(themeId, today());
  }

  /**
   * The plan of a theme in force on a day; empty where there is none. Loads it when it is neither
   * today's nor recently used.
   */
  public Optional<PlanSnapshot> at(String themeId, LocalDate day) {
    ThemePlans plans = known().get(themeId);
    return plans == null ? Optional.empty() : plans.inForce(day).map(info -> snapshot(plans, info));
  }

  /** The content of a published plan: of the snapshot in force, or read from the store. */
  public Plan plan(PlanInfo info) {
    Map<String, ThemePlans> known = themes.get();
    ThemePlans plans = known == null ? null : known.get(info.theme());
    PlanSnapshot current = plans == null ? null : plans.current();
    return current != null && current.info().id() == info.id()
        ? current.stored()
        : store.plans().load(info.id());
  }

  /**
   * A locator of the plan of a draft: patched from that of the plan in force where it differs from
   * it in little, which takes a fraction of the time.
   */
  public Locator locator(Plan draft) {
    Map<String, ThemePlans> known = themes.get();
    ThemePlans plans = known == null ? null : known.get(draft.theme().id());
    PlanSnapshot current = plans == null ? null : plans.current();
    Optional<Locator> patched =
        current == null
            ? Optional.empty()
            : locators.after(current.plan(), current.locator(), draft);
    return patched.orElseGet(() -> locators.of(draft));
  }

  /**
   * Takes in a plan that has just been published and whose content is at hand, so that nobody need
   * read it; if it is in force today, it answers on return.
   */
  public void takeIn(PlanInfo info, Plan plan) {
    maker.offer(info, plan);
    refresh();
  }

  /** The snapshot of any stored plan, drafts included (which are read anew each time). */
  public PlanSnapshot of(PlanInfo info) {
    ThemePlans plans = known().get(info.theme());
    return info.status() == PlanInfo.Status.DRAFT || plans == null
        ? maker.make(info, null, null).toldBy(store.facts().schema(info.theme()))
        : snapshot(plans, info);
  }

  /**
   * Reads the list of plans, loads what is newly in force (themes in parallel), and swaps all of it
   * in at once. Cheap when nothing changed: one query per theme. Plans that another program wrote
   * to are read again.
   */
  public void refresh() {
    synchronized (refreshing) {
      Map<String, ThemePlans> before = Objects.requireNonNullElse(themes.get(), Map.of());
      String edition = store.rows().planVersion();
      readEdition = edition;
      if (themes.get() == null) {
        early.look();
      }
      boolean anew = !edition.equals(planEdition);
      if (anew) {
        older.clear();
        maker.withdrawOffer();
      }
      Map<String, ThemePlans> after =
          store.themes().all().parallelStream()
              .map(theme -> read(theme, anew ? null : before.get(theme.id())))
              .collect(
                  Collectors.toMap(
                      plans -> plans.theme().id(), plans -> plans, (a, b) -> a, TreeMap::new));
      themes.set(after);
      early.close();
      planEdition = edition;
      storeAnswers = true;
      if (firstLoaded.isDone()) {
        tellPublished(before, after);
      }
    }
    firstLoaded.complete(null);
  }

  /**
   * Has each plan told, once, that a later {@link #refresh} finds newly published, in whichever
   * process; after it was swapped in, if it is in force. The listener must be short.
   */
  public void onPublished(Consumer<PlanInfo> listener) {
    listeners.add(listener);
  }

  /** Runs work, which must be short, once the plans in force have been loaded. */
  public void whenReady(Runnable work) {
    var unused = firstLoaded.thenRun(work);
  }

  /** Refreshes now and then, so that plans published by another process are noticed. */
  public void watch(Duration interval) {
    synchronized (refreshing) {
      if (watcher == null) {
        early.watch(interval);
        watcher = Background.thread("snapshot-watch");
        var unused =
            watcher.scheduleWithFixedDelay(
                this::refreshQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  @Override
  public void close() {
    synchronized (refreshing) {
      if (watcher != null) {
        watcher.shutdown();
      }
    }
    early.close();
    maker.close();
  }

  /** Waits until no locator is being built in the background. */
  void awaitBuilt() {
    maker.awaitBuilt();
  }

  private void refreshQuietly() {
    try {
      refresh();
    } catch (StoreException away) {
      if (storeAnswers) {
        LOG.warn("Plans in memory stay in use: {}", away.getMessage());
      }
      storeAnswers = false;
    } catch (RuntimeException | OutOfMemoryError failure) {
      if (storeAnswers) {
        LOG.warn("Plans could not be refreshed; those in memory stay in use", failure);
      }
      storeAnswers = false;
    }
  }

  private void tellPublished(Map<String, ThemePlans> before, Map<String, ThemePlans> after) {
    for (ThemePlans plans : after.values()) {
      ThemePlans known = before.get(plans.theme().id());
      Set<Long> old =
          known == null
              ? Set.of()
              : known.published().stream().map(PlanInfo::id).collect(Collectors.toSet());
      plans.published().stream()
          .filter(plan -> !old.contains(plan.id()))
          .forEach(plan -> listeners.forEach(listener -> listener.accept(plan)));
    }
  }

  private ThemePlans read(Theme theme, @Nullable ThemePlans before) {
    List<PlanInfo> published =
        store.plans().list(theme.id()).stream()
            .filter(info -> info.status() == PlanInfo.Status.PUBLISHED)
            .toList();
    FactSchema facts = store.facts().schema(theme.id());
    ThemePlans listed =
        new ThemePlans(theme, facts, published, before == null ? null : before.current());
    PlanSnapshot current = listed.inForce(today()).map(info -> snapshot(listed, info)).orElse(null);
    return new ThemePlans(theme, facts, published, current);
  }

  private PlanSnapshot snapshot(ThemePlans plans, PlanInfo info) {
    PlanSnapshot current = plans.current();
    if (current != null && current.info().id() == info.id()) {
      return current.toldBy(plans.facts()).knownAs(info);
    }
    boolean inForce = plans.inForce(today()).filter(it -> it.id() == info.id()).isPresent();
    String edition = inForce ? readEdition : null;
    PlanSnapshot snapshot = older.get(info.id(), () -> maker.make(info, current, edition));
    PlanSnapshot told = snapshot.toldBy(plans.facts()).knownAs(info);
    told.plan(); // now, so that nobody who reads waits for it
    return told;
  }

  private Map<String, ThemePlans> known() {
    Map<String, ThemePlans> known = themes.get();
    if (known == null) {
      throw new IllegalStateException("plans are still loading; call refresh() first");
    }
    return known;
  }
}
