package org.gridwright.api.http.themes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;

/** The themes of the city. */
public final class ThemesResource implements Resource {

  private final PlanLookup plans;

  public ThemesResource(PlanLookup plans) {
    this.plans = plans;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/themes", KnownParameters.NONE.then(this::list));
  }

  private void list(Context ctx) {
    ctx.json(
        new ThemesAnswer(
            plans.themes().stream()
                .map(theme -> ThemesAnswer.item(theme, plans.find(theme, null)))
                .toList()));
  }
}
