package org.gridwright.api.http.plans;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.store.PlanStore;

/** Plans. */
public final class PlansResource implements Resource {

  private final PlanLookup plans;
  private final PlanStore store;

  public PlansResource(PlanLookup plans, PlanStore store) {
    this.plans = plans;
    this.store = store;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/plans", this::list);
  }

  private void list(Context ctx) {
    Theme theme = plans.theme(new Parameters(ctx).text("theme").orElse(null));
    ctx.json(new PlansAnswer(store.list(theme.id()).stream().map(PlansAnswer.Item::of).toList()));
  }
}
