package org.gridwright.api.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/**
 * Has what answers from memory brought up to date after each request that may have changed
 * something, before its answer is sent: whoever reads that answer sees the change in the next one.
 */
public final class FreshAnswers implements Resource {

  private static final int REFUSED_FROM = 400;

  /** Changes nothing, though it is a POST, and waits for no store. */
  private static final String MANY_LOOK_UPS = "/api/v1/locate";

  private final Runnable refresh;

  /**
   * @param refresh cheap where nothing has changed; throws nothing
   */
  public FreshAnswers(Runnable refresh) {
    this.refresh = refresh;
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.after("/api/v1/*", this::afterwards);
  }

  private void afterwards(Context ctx) {
    HandlerType method = ctx.method();
    boolean reading =
        method.equals(HandlerType.GET)
            || method.equals(HandlerType.HEAD)
            || ctx.path().equals(MANY_LOOK_UPS);
    if (!reading && ctx.statusCode() < REFUSED_FROM) {
      refresh.run();
    }
  }
}
