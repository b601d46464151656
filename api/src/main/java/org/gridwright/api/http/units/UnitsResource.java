package org.gridwright.api.http.units;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.snapshot.OfficerLookup;

/** Units of a plan. */
public final class UnitsResource implements Resource {

  private final PlanLookup plans;
  private final UnitsHandler list;
  private final UnitHandler one;

  public UnitsResource(PlanLookup plans, GridCounts counts, OfficerLookup officers) {
    this.plans = plans;
    this.list = new UnitsHandler(plans);
    this.one = new UnitHandler(plans, counts, officers);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/units",
        PlanLookup.MEANT
            .and(KnownParameters.of("level", "parent", "q", "limit"))
            .then(ctx -> ctx.json(list.answer(UnitsRequest.parse(new Parameters(ctx), plans)))));
    routes.get("/api/v1/units/{theme}/{level}/{code}", KnownParameters.of("at").then(this::one));
  }

  private void one(Context ctx) {
    ctx.json(
        one.answer(
            new UnitHandler.Request(
                ctx.pathParam("theme"),
                ctx.pathParam("level"),
                ctx.pathParam("code"),
                new Parameters(ctx).date("at").orElse(null))));
  }
}
