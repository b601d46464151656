package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Resource;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.search.SearchState;
import org.gridwright.data.snapshot.OfficerTable;
import org.gridwright.data.snapshot.RowWatch;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.gridwright.data.store.UnreadableRow;
import org.jspecify.annotations.Nullable;

/** {@code GET /health}: whether the server can answer, and from what. */
public final class HealthResource implements Resource {

  /** Rows of a table that are told one by one. */
  private static final int TOLD = 20;

  private final SiteInfo site;
  private final Snapshots snapshots;
  private final OfficerTable officers;
  private final Store store;
  private final RowWatch rows;
  private final Supplier<SearchState> search;

  public HealthResource(
      SiteInfo site,
      Snapshots snapshots,
      OfficerTable officers,
      Store store,
      RowWatch rows,
      Supplier<SearchState> search) {
    this.site = site;
    this.snapshots = snapshots;
    this.officers = officers;
    this.store = store;
    this.rows = rows;
    this.search = search;
  }

  /**
   * @param reason what is wrong with the store; null where nothing is
   * @param readOnly whether the store was opened to be read only
   * @param plans number of published plans by theme
   * @param unreadable how many rows of each table were left out, because another program wrote what
   *     cannot be read; with the first of them
   * @param search how the index of addresses is
   */
  record HealthAnswer(
      String status,
      @Nullable String reason,
      String version,
      String store,
      boolean readOnly,
      int themes,
      Map<String, Integer> plans,
      List<LeftOut> unreadable,
      IndexHealth search) {}

  /**
   * The index of addresses.
   *
   * @param stage what is being done: starting, building, waiting, updating or ready
   * @param share of it that is done, from 0 to 1
   * @param addresses how many can be found
   * @param kept whether the next start finds it
   */
  record IndexHealth(String stage, double share, long addresses, boolean kept) {

    static IndexHealth of(SearchState state) {
      return new IndexHealth(
          state.stage().name().toLowerCase(Locale.ROOT),
          Math.round(state.share() * 1000) / 1000.0,
          state.addresses(),
          state.kept());
    }
  }

  /** Rows of one table that were left out. */
  record LeftOut(String table, int rows, List<LeftOutRow> first) {}

  /** One of them, and why. */
  record LeftOutRow(String id, String why) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/health", this::health);
  }

  private void health(Context ctx) {
    Map<String, Integer> plans = new TreeMap<>();
    if (snapshots.ready()) {
      for (Theme theme : snapshots.themes()) {
        plans.put(theme.id(), snapshots.published(theme.id()));
      }
    }
    StoreCondition condition = store.condition();
    Message told = condition.told();
    String status = status(condition);
    ctx.status("ok".equals(status) ? 200 : 503);
    ctx.header("Cache-Control", "no-store");
    ctx.json(
        new HealthAnswer(
            status,
            told == null ? null : told.in(Languages.of(ctx)),
            site.version(),
            site.store(),
            condition.readOnly(),
            plans.size(),
            plans,
            leftOut(ctx),
            IndexHealth.of(search.get())));
  }

  private List<LeftOut> leftOut(Context ctx) {
    Locale language = Languages.of(ctx);
    Map<String, List<UnreadableRow>> byTable =
        rows.unreadable().stream()
            .collect(
                Collectors.groupingBy(UnreadableRow::table, TreeMap::new, Collectors.toList()));
    return byTable.entrySet().stream()
        .map(
            table ->
                new LeftOut(
                    table.getKey(),
                    table.getValue().size(),
                    table.getValue().stream()
                        .limit(TOLD)
                        .map(row -> new LeftOutRow(row.id(), row.why().in(language)))
                        .toList()))
        .toList();
  }

  private String status(StoreCondition condition) {
    StoreException.Reason trouble = condition.trouble();
    if (trouble != null) {
      return switch (trouble) {
        case CHANGED -> "store-changed";
        case FULL -> "store-full";
        case READ_ONLY -> "store-read-only";
        default -> "store-unavailable";
      };
    }
    if (!snapshots.storeAnswers()) {
      return "store-unavailable";
    }
    return snapshots.ready() && officers.ready() ? "ok" : "starting";
  }
}
