package org.gridwright.api.http.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.KnownParameters;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.http.Resource;
import org.gridwright.api.message.ApiMessages;

/**
 * The reference of the API, made of {@code docs/openapi.yaml} by the build: {@code
 * /api/v1/openapi.json} for programs, {@code /api} as a page for people. Both are there before any
 * plan is loaded.
 */
public final class ReferenceResource implements Resource {

  private final Optional<Part> document = Part.read("openapi.json", "application/json");
  private final Optional<Part> page = Part.read("index.html", "text/html; charset=utf-8");

  private record Part(String type, byte[] bytes, String etag) {

    /** A file of the build; empty where the module {@code web} was left out of it. */
    static Optional<Part> read(String name, String type) {
      try (InputStream in = ReferenceResource.class.getResourceAsStream("/openapi/" + name)) {
        if (in == null) {
          return Optional.empty();
        }
        byte[] bytes = in.readAllBytes();
        return Optional.of(new Part(type, bytes, ETags.of(bytes)));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/v1/openapi.json", KnownParameters.NONE.then(ctx -> send(ctx, document)));
    routes.get("/api", ctx -> send(ctx, page));
  }

  private static void send(Context ctx, Optional<Part> built) {
    Part part = built.orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-web")));
    ctx.header("Cache-Control", "no-cache");
    if (!ETags.unchanged(ctx, part.etag())) {
      ctx.contentType(part.type()).result(part.bytes());
    }
  }
}
