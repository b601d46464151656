package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.Resource;
import org.gridwright.core.message.Message;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.snapshot.OfficerTable;
import org.gridwright.data.snapshot.Snapshots;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreCondition;
import org.gridwright.data.store.StoreException;
import org.jspecify.annotations.Nullable;

/** {@code GET /health}: whether the server can answer, and from what. */
public final class HealthResource implements Resource {

  private final SiteInfo site;
  private final Snapshots snapshots;
  private final OfficerTable officers;
  private final Store store;

  public HealthResource(SiteInfo site, Snapshots snapshots, OfficerTable officers, Store store) {
    this.site = site;
    this.snapshots = snapshots;
    this.officers = officers;
    this.store = store;
  }

  /**
   * @param reason what is wrong with the store; null where nothing is
   * @param readOnly whether the store was opened to be read only
   * @param plans number of published plans by theme
   */
  record HealthAnswer(
      String status,
      @Nullable String reason,
      String version,
      String store,
      boolean readOnly,
      int themes,
      Map<String, Integer> plans) {}

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
            plans));
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
