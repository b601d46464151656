package org.gridwright.api.http.locate;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.data.store.DirectoryStore;

/** Points in, grids out. */
public final class LocateResource implements Resource {

  private final LocateHandler handler;
  private final Counter located;

  public LocateResource(PlanLookup plans, DirectoryStore directory, MeterRegistry metrics) {
    this.handler = new LocateHandler(plans, directory);
    this.located =
        Counter.builder("gridwright.points.located")
            .description("points put into a grid, single and streamed")
            .register(metrics);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/locate", this::one);
  }

  private void one(Context ctx) {
    ctx.json(handler.answer(LocateRequest.parse(new Parameters(ctx))));
    located.increment();
  }
}
