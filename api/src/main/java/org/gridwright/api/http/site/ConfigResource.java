package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Languages;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.api.http.answer.UnitNames;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/config}: what the map application needs to start. */
public final class ConfigResource implements Resource {

  private final SiteInfo site;
  private final PlanLookup plans;

  public ConfigResource(SiteInfo site, PlanLookup plans) {
    this.site = site;
    this.plans = plans;
  }

  /**
   * @param city its configured name, or that of the default theme's only unit of the top level;
   *     null where there is neither
   * @param names of that unit by language; empty where a name is configured
   */
  record ConfigAnswer(
      String version,
      List<String> languages,
      @Nullable String defaultTheme,
      SiteInfo.@Nullable Basemap basemap,
      @Nullable String city,
      Map<String, String> names) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/config", KnownParameters.NONE.then(ctx -> ctx.json(answer())));
  }

  private ConfigAnswer answer() {
    Optional<Unit> city = site.city() == null ? wholeCity() : Optional.empty();
    return new ConfigAnswer(
        site.version(),
        Languages.TAGS,
        plans.themes().stream().findFirst().map(Theme::id).orElse(null),
        site.basemap(),
        city.map(Unit::name).orElse(site.city()),
        city.map(UnitNames::of).orElse(Map.of()));
  }

  private Optional<Unit> wholeCity() {
    return plans
        .byDefault()
        .map(snapshot -> snapshot.plan().units(0))
        .filter(top -> top.size() == 1)
        .map(top -> top.get(0));
  }
}
