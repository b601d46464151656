package org.gridwright.api.http.door;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Headers of every answer that keep the map application to itself: scripts and data come from this
 * server only, images also from the basemap's host. Immutable.
 */
public final class SecurityHeaders {

  private final String policy;

  /**
   * @param basemapUrl XYZ template of the basemap, null where there is none
   */
  public SecurityHeaders(@Nullable String basemapUrl) {
    this.policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:"
            + (basemapUrl == null ? "" : " " + source(basemapUrl))
            + "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  void addTo(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", policy);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(HttpHeader.VARY, "Accept-Language");
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
