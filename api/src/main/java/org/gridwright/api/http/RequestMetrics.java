package org.gridwright.api.http;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;

/** Times requests by method, route template and status, so that the number of series is bounded. */
public final class RequestMetrics implements RequestLogger {

  private final MeterRegistry registry;

  public RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(Context ctx, Float milliseconds) {
    Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
    registry
        .timer(
            "http.server.requests",
            "method",
            matched == null ? "other" : ctx.method().name(),
            "route",
            matched == null ? "none" : matched.path,
            "status",
            String.valueOf(ctx.statusCode()))
        .record((long) (milliseconds * 1000), TimeUnit.MICROSECONDS);
  }
}
