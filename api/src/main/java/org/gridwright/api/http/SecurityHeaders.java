package org.gridwright.api.http;

import io.javalin.config.RoutesConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Headers that keep the map application to itself: scripts and data come from this server only,
 * images also from the basemap's host.
 */
public final class SecurityHeaders implements Resource {

  private final String policy;

  /**
   * @param basemapUrl XYZ template of the basemap, null where there is none
   */
  public SecurityHeaders(@Nullable String basemapUrl) {
    this.policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
            + " img-src 'self' data:"
            + (basemapUrl == null ? "" : " " + source(basemapUrl))
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  @Override
  public void register(RoutesConfig routes) {
    routes.before(
        ctx -> {
          ctx.header("Content-Security-Policy", policy);
          ctx.header("X-Content-Type-Options", "nosniff");
          ctx.header("Referrer-Policy", "no-referrer");
          ctx.header("Cross-Origin-Opener-Policy", "same-origin");
          ctx.header("Vary", "Accept-Language");
        });
  }

  /** The CSP source of a template such as {@code https://{s}.tiles.example/{z}/{x}/{y}.png}. */
  private static String source(String template) {
    String host = template.replaceAll("\\{s}", "sub").replaceAll("\\{[^}]*}", "0");
    URI uri = URI.create(host);
    String authority = uri.getRawAuthority();
    return uri.getScheme()
        + "://"
        + (template.contains("{s}.") ? authority.replaceFirst("^sub\\.", "*.") : authority);
  }
}
