package org.gridwright.api.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.gridwright.api.http.FreshAnswers;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Problems;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.addresses.AddressesResource;
import org.gridwright.api.http.balance.BalanceResource;
import org.gridwright.api.http.compare.CompareResource;
import org.gridwright.api.http.counts.CountsResource;
import org.gridwright.api.http.directory.AssignmentsResource;
import org.gridwright.api.http.directory.DirectoryResource;
import org.gridwright.api.http.directory.OfficersResource;
import org.gridwright.api.http.directory.RosterResource;
import org.gridwright.api.http.drafts.AssignmentsOfDraft;
import org.gridwright.api.http.drafts.BlocksResource;
import org.gridwright.api.http.drafts.DraftNews;
import org.gridwright.api.http.drafts.DraftOfficersResource;
import org.gridwright.api.http.drafts.DraftsResource;
import org.gridwright.api.http.drafts.EditsResource;
import org.gridwright.api.http.drafts.HistoryResource;
import org.gridwright.api.http.drafts.LongWork;
import org.gridwright.api.http.drafts.PublishResource;
import org.gridwright.api.http.drafts.RedrawsResource;
import org.gridwright.api.http.drafts.ReviewResource;
import org.gridwright.api.http.drafts.SummaryResource;
import org.gridwright.api.http.events.Events;
import org.gridwright.api.http.events.EventsResource;
import org.gridwright.api.http.events.PlanEvent;
import org.gridwright.api.http.exports.ExportsResource;
import org.gridwright.api.http.facts.FactsResource;
import org.gridwright.api.http.hotspots.HotspotsResource;
import org.gridwright.api.http.incidents.IncidentsResource;
import org.gridwright.api.http.layers.DraftUnitsResource;
import org.gridwright.api.http.layers.LayersResource;
import org.gridwright.api.http.locate.LocateResource;
import org.gridwright.api.http.plans.PlansResource;
import org.gridwright.api.http.rules.RulesResource;
import org.gridwright.api.http.search.SearchResource;
import org.gridwright.api.http.site.ConfigResource;
import org.gridwright.api.http.site.HealthResource;
import org.gridwright.api.http.site.MetricsResource;
import org.gridwright.api.http.site.ReferenceResource;
import org.gridwright.api.http.site.ReopenResource;
import org.gridwright.api.http.site.SiteInfo;
import org.gridwright.api.http.site.WebFolderWatch;
import org.gridwright.api.http.themes.ThemesResource;
import org.gridwright.api.http.tiles.PointTilesResource;
import org.gridwright.api.http.tiles.TileDocumentsResource;
import org.gridwright.api.http.tiles.TileLookup;
import org.gridwright.api.http.tiles.TileTurns;
import org.gridwright.api.http.tiles.TilesResource;
import org.gridwright.api.http.units.UnitsResource;
import org.gridwright.api.http.uploads.UploadsResource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.draft.DraftChoices;
import org.gridwright.data.draft.DraftDesk;
import org.gridwright.data.gwl.BesidePlans;
import org.gridwright.data.gwl.PlanBeside;
import org.gridwright.data.hotspot.plan.HotspotDesk;
import org.gridwright.data.redraw.StoreWeigher;
import org.gridwright.data.search.AddressSearch;
import org.gridwright.data.snapshot.FacilityTable;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.OfficerTable;
import org.gridwright.data.snapshot.PackedLocators;
import org.gridwright.data.snapshot.RowWatch;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/** The parts of one running server, put together. */
final class Services implements AutoCloseable {

  private static final Duration WATCH_INTERVAL = Duration.ofSeconds(2);

  /** An address that was added is found within a second. */
  private static final Duration SEARCH_INTERVAL = Duration.ofMillis(400);

  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
  private final BesidePlans keptPlans;
  private final Snapshots snapshots;
  private final RowWatch rows;
  private final AddressSearch search;
  private final OfficerTable officers;
  private final FacilityTable facilities;
  private final CompletableFuture<Void> reopenAsked = new CompletableFuture<>();
  private final Events events = new Events();
  private final DraftDesk desk;
  private final DraftNews draftNews;
  private final LongWork longWork = new LongWork();
  private final CompareResource comparisons;
  private final PlansResource plansResource;
  private final FirstAnswers firstAnswers;
  private final UploadsResource uploads;
  private final ExportsResource exports;
  private final HotspotsResource hotspots;
  private final List<Resource> resources;
  private final @Nullable Path web;
  private final @Nullable WebFolderWatch webWatch;

  Services(Store store, ServerConfig config, Clock clock) {
    this.keptPlans = new BesidePlans(store, config.plans());
    this.snapshots =
        new Snapshots(
            store, new PackedLocators(), keptPlans, clock, Snapshots.DEFAULT_BUDGET_VERTICES);
    this.rows = new RowWatch(store.rows());
    SiteInfo site = new SiteInfo(version(), config.city(), store.description(), config.basemap());
    this.desk =
        new DraftDesk(
            store, snapshots::plan, snapshots::locator, snapshots::takeIn, config.askedAbove());
    PlanLookup plans = new PlanLookup(snapshots, desk);
    GridCounts counts = new GridCounts(store);
    this.search =
        new AddressSearch(
            store.addresses(), PlanBeside.kept(store, config.plans(), "search").orElse(null));
    this.officers = new OfficerTable(store.roster(), this::themesLoaded);
    this.facilities = new FacilityTable(store);
    DraftChoices choices = new DraftChoices(store.addresses());
    this.draftNews = new DraftNews(desk, events);
    this.comparisons = new CompareResource(plans, store, snapshots);
    this.plansResource = new PlansResource(plans, store, snapshots, desk);
    this.firstAnswers = new FirstAnswers(snapshots, counts, plansResource);
    this.uploads = new UploadsResource(store, plans, snapshots::refresh, desk, config.mostUpload());
    this.exports = new ExportsResource(plans, store, clock);
    this.hotspots = new HotspotsResource(plans, new HotspotDesk(store, counts), store);
    TileTurns turns = new TileTurns();
    TileLookup tiles = new TileLookup(plans, store.plans(), snapshots);
    this.resources =
        List.of(
            new Problems(),
            new HealthResource(site, snapshots, officers, store, rows, search::state),
            new ReopenResource(store, () -> reopenAsked.complete(null)),
            new FreshAnswers(officers::refresh),
            new MetricsResource(metrics),
            new ReferenceResource(),
            new ConfigResource(site, plans),
            new ThemesResource(plans, tiles::version),
            new PointTilesResource(plans, store, turns, plansResource::found),
            new TilesResource(tiles, turns, metrics),
            new TileDocumentsResource(tiles),
            new UnitsResource(plans, counts, officers),
            new LocateResource(plans, officers, metrics),
            plansResource,
            new LayersResource(plans, store),
            new AddressesResource(store.addresses(), plans),
            new SearchResource(search, plans, store.incidents(), facilities),
            new IncidentsResource(store.incidents(), plans, clock),
            new CountsResource(plans, counts, store.incidents()),
            new DirectoryResource(store.directory()),
            new OfficersResource(store, plans),
            new AssignmentsResource(store, plans),
            new RosterResource(store, plans),
            new DraftsResource(desk, plans, store.plans(), draftNews),
            new DraftUnitsResource(plans),
            new EditsResource(desk, choices, plans, draftNews, longWork),
            new HistoryResource(desk, plans),
            new BlocksResource(desk, choices, plans),
            new ReviewResource(desk, plans, draftNews, longWork),
            new RedrawsResource(desk, plans, new StoreWeigher(store), draftNews, longWork),
            new AssignmentsOfDraft(desk, plans, draftNews),
            new BalanceResource(plans, desk),
            new DraftOfficersResource(desk, plans, draftNews),
            new SummaryResource(desk, plans, comparisons::withBase),
            new PublishResource(desk, plans, draftNews),
            new RulesResource(plans, store.review()),
            new FactsResource(plans, store),
            comparisons,
            uploads,
            exports,
            hotspots,
            new EventsResource(events, site.version(), EventsResource.MOST_STREAMS));
    snapshots.onPublished(plan -> desk.lookForOthers());
    snapshots.onPublished(plan -> events.tell("plan", PlanEvent.of(plan)));
    this.web = config.web();
    this.webWatch =
        web == null ? null : new WebFolderWatch(web, () -> events.tell("web", Map.of()));
    measure();
  }

  /** The folder of the map application; null for the one built in. */
  @Nullable Path web() {
    return web;
  }

  List<Resource> resources() {
    return resources;
  }

  PrometheusMeterRegistry metrics() {
    return metrics;
  }

  /** Plans first: without them nothing is answered, and both want all there is of the machine. */
  void startLoading() {
    snapshots.whenReady(() -> officers.watch(WATCH_INTERVAL));
    snapshots.whenReady(() -> search.watch(SEARCH_INTERVAL));
    snapshots.whenReady(() -> facilities.watch(WATCH_INTERVAL));
    snapshots.whenReady(() -> rows.watch(WATCH_INTERVAL));
    snapshots.whenReady(this::prepareDrafts);
    firstAnswers.begin();
    snapshots.watch(WATCH_INTERVAL);
    draftNews.watch(WATCH_INTERVAL);
  }

  private Set<String> themesLoaded() {
    return snapshots.ready()
        ? snapshots.themes().stream().map(Theme::id).collect(Collectors.toSet())
        : Set.of();
  }

  /** Completes when somebody asks that the store be opened anew. */
  CompletableFuture<Void> reopenAsked() {
    return reopenAsked;
  }

  /** Whoever opens the first draft after a start would otherwise wait for the check of its base. */
  private void prepareDrafts() {
    snapshots.themes().stream()
        .flatMap(theme -> snapshots.current(theme.id()).stream())
        .forEach(plan -> desk.bases().prepare(plan.info()));
  }

  /** Ends what would go on for as long as its reader likes. */
  void endStreams() {
    events.close();
  }

  @Override
  public void close() {
    if (webWatch != null) {
      webWatch.close();
    }
    endStreams();
    longWork.close();
    comparisons.close();
    firstAnswers.close();
    plansResource.close();
    uploads.close();
    exports.close();
    hotspots.close();
    draftNews.close();
    officers.close();
    facilities.close();
    search.close();
    rows.close();
    snapshots.close();
    keptPlans.close();
    gcMetrics.close();
    metrics.close();
  }

  private void measure() {
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    gcMetrics.bindTo(metrics);
    Gauge.builder("gridwright.event.streams", events, Events::open)
        .description("open maps that listen for changes")
        .register(metrics);
    Gauge.builder("gridwright.plans.in.force", snapshots, Services::plansInForce)
        .description("themes with a plan in force today")
        .register(metrics);
  }

  private static double plansInForce(Snapshots snapshots) {
    return snapshots.ready()
        ? snapshots.themes().stream()
            .filter(theme -> snapshots.current(theme.id()).isPresent())
            .count()
        : 0;
  }

  private static String version() {
    return Optional.ofNullable(Services.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
