package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.snapshot.Snapshots;

/** {@code GET /health}: whether the server can answer, and from what. */
public final class HealthResource implements Resource {

  private final SiteInfo site;
  private final Snapshots snapshots;

  public HealthResource(SiteInfo site, Snapshots snapshots) {
    this.site = site;
    this.snapshots = snapshots;
  }

  /**
   * @param plans number of published plans by theme
   */
  record HealthAnswer(
      String status, String version, String store, int themes, Map<String, Integer> plans) {}

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
    ctx.json(new HealthAnswer(status, site.version(), site.store(), plans.size(), plans));
  }

  private String status() {
    if (!snapshots.storeAnswers()) {
      return "store-unavailable";
    }
    return snapshots.ready() ? "ok" : "starting";
  }
}
