package org.gridwright.api.http;

import io.javalin.config.RoutesConfig;

/** A group of endpoints that adds itself to the server's routes. */
@FunctionalInterface
public interface Resource {

  void register(RoutesConfig routes);
}
