package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.snapshot.RowWatch;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.UnreadableRow;

/** {@code GET /health}: whether the server can answer, and from what. */
public final class HealthResource implements Resource {

  /** Rows of a table that are told one by one. */
  private static final int TOLD = 20;

  private final SiteInfo site;
  private final Snapshots snapshots;
  private final RowWatch rows;

  public HealthResource(SiteInfo site, Snapshots snapshots, RowWatch rows) {
    this.site = site;
    this.snapshots = snapshots;
    this.rows = rows;
  }

  /**
   * @param plans number of published plans by theme
   * @param unreadable how many rows of each table were left out, because another program wrote what
   *     cannot be read; with the first of them
   */
  record HealthAnswer(
      String status,
      String version,
      String store,
      int themes,
      Map<String, Integer> plans,
      List<LeftOut> unreadable) {}

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
    String status = status();
    ctx.status("ok".equals(status) ? 200 : 503);
    ctx.header("Cache-Control", "no-store");
    ctx.json(
        new HealthAnswer(status, site.version(), site.store(), plans.size(), plans, leftOut(ctx)));
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

  private String status() {
    if (!snapshots.storeAnswers()) {
      return "store-unavailable";
    }
    return snapshots.ready() ? "ok" : "starting";
  }
}
