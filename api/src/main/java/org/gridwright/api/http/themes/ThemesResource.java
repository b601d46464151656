package org.gridwright.api.http.themes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Function;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.data.snapshot.PlanSnapshot;

/** The themes of the city. */
public final class ThemesResource implements Resource {

  private final PlanLookup plans;
  private final Function<PlanSnapshot, String> tiles;

  /**
   * @param tiles tells the version of a plan's map tiles
   */
  public ThemesResource(PlanLookup plans, Function<PlanSnapshot, String> tiles) {
    this.plans = plans;
    this.tiles = tiles;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/themes", KnownParameters.NONE.then(this::list));
  }

  private void list(Context ctx) {
    ctx.json(
        new ThemesAnswer(
            plans.themes().stream()
                .map(theme -> ThemesAnswer.item(theme, plans.find(theme, null), tiles))
                .toList()));
  }
}
