package org.gridwright.api.http.locate;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import org.gridwright.api.http.CsvParameters;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.data.snapshot.OfficerLookup;

/** Points in, grids out. */
public final class LocateResource implements Resource {

  /** Many points are answered one by one here, while more of them arrive. */
  public static final String PATH = "/api/v1/locate";

  private final LocateHandler handler;
  private final LocateStreamHandler streams;
  private final Counter located;

  public LocateResource(PlanLookup plans, OfficerLookup officers, MeterRegistry metrics) {
    this.handler = new LocateHandler(plans, officers);
    this.streams = new LocateStreamHandler(plans);
    this.located =
        Counter.builder("gridwright.points.located")
            .description("points put into a grid, single and streamed")
            .register(metrics);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(PATH, KnownParameters.of("lon", "lat", "theme", "at").then(this::one));
    routes.post(
        PATH,
        KnownParameters.of("theme", "at", "columns")
            .and(CsvParameters.READING)
            .and(CsvParameters.WRITING)
            .then(this::many));
  }

  private void one(Context ctx) {
    ctx.json(handler.answer(LocateRequest.parse(new Parameters(ctx))));
    located.increment();
  }

  private void many(Context ctx) throws IOException {
    located.increment((double) streams.answer(LocateStreamHandler.Request.parse(ctx), ctx));
  }
}
