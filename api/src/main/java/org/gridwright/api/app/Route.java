package org.gridwright.api.app;

import io.javalin.router.Endpoint;
import java.util.Optional;
import org.gridwright.api.http.KnownParameters;

/**
 * An address that the server answers.
 *
 * @param path with its variable parts in braces
 * @param known the query parameters that it takes; empty where it does not say
 */
public record Route(String method, String path, Optional<KnownParameters> known) {

  static Route of(Endpoint endpoint) {
    return new Route(
        endpoint.method.name(),
        endpoint.path,
        endpoint.handler instanceof KnownParameters.Endpoint checked
            ? Optional.of(checked.known())
            : Optional.empty());
  }
}
