package org.gridwright.api.http.counts;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import org.gridwright.api.http.IncidentFilter;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Parameters;
import org.gridwright.api.http.PlanLookup;
import org.gridwright.api.http.Resource;
import org.gridwright.data.snapshot.GridCounts;
import org.gridwright.data.store.IncidentStore;

/** Counts of incidents, by place and by time. */
public final class CountsResource implements Resource {

  private final LevelCounts byLevel;
  private final HexCounts byHex;
  private final TimesHandler times;

  public CountsResource(PlanLookup plans, GridCounts counts, IncidentStore incidents) {
    this.byLevel = new LevelCounts(plans, counts);
    this.byHex = new HexCounts(incidents, plans);
    this.times = new TimesHandler(plans, incidents);
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get(
        "/api/v1/counts",
        KnownParameters.of("theme", "level", "at", "hex")
            .and(IncidentFilter.KNOWN)
            .then(this::counts));
    routes.get("/api/v1/counts/times", TimesHandler.KNOWN.then(times::answer));
  }

  private void counts(Context ctx) throws IOException {
    Parameters parameters = new Parameters(ctx);
    int metres = parameters.number("hex", HexCounts.MIN_METRES, HexCounts.MAX_METRES, 0);
    if (metres == 0) {
      ctx.json(byLevel.answer(LevelCounts.Request.parse(parameters)));
    } else {
      HexCounts.Hexagons counted = byHex.count(metres, IncidentFilter.parse(parameters));
      ctx.contentType("application/geo+json");
      counted.write(ctx.outputStream());
    }
  }
}
