package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import java.util.List;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/config}: what the map application needs to start. */
public final class ConfigResource implements Resource {

  private final SiteInfo site;
  private final PlanLookup plans;

  public ConfigResource(SiteInfo site, PlanLookup plans) {
    this.site = site;
    this.plans = plans;
  }

  record ConfigAnswer(
      String version,
      List<String> languages,
      @Nullable String defaultTheme,
      SiteInfo.@Nullable Basemap basemap,
      String city) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/config",
        ctx ->
            ctx.json(
                new ConfigAnswer(
                    site.version(),
                    Languages.TAGS,
                    plans.themes().stream().findFirst().map(Theme::id).orElse(null),
                    site.basemap(),
                    site.city())));
  }
}
