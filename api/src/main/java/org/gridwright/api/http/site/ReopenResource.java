package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.Resource;
import org.gridwright.data.store.Store;

/**
 * {@code POST /api/v1/store/reopen}: the operator says that what lies at the store's address now is
 * what is to be served.
 */
public final class ReopenResource implements Resource {

  private final Store store;
  private final Runnable reopen;

  /**
   * @param reopen has the store opened anew, after this request; returns at once
   */
  public ReopenResource(Store store, Runnable reopen) {
    this.store = store;
    this.reopen = reopen;
  }

  /** That it will be done. */
  record ReopenAnswer(String status) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.post("/api/v1/store/reopen", KnownParameters.NONE.then(this::reopen));
  }

  private void reopen(Context ctx) {
    store.requireReopenable();
    ctx.status(202);
    ctx.header("Cache-Control", "no-store");
    ctx.json(new ReopenAnswer("reopening"));
    reopen.run();
  }
}
