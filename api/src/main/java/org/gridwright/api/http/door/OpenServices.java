package org.gridwright.api.http.door;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What pages of named origins may read: layers and the description of the API (CORS), never with
 * credentials. Thread-safe.
 */
final class OpenServices {

  private static final String[] PATHS = {"/api/v1/layers", "/api/v1/openapi"};

  private final Doors doors;

  OpenServices(Doors doors) {
    this.doors = doors;
  }

  /** Adds the headers that let a named origin read; answers where it only asks whether it may. */
  boolean answer(Request request, Response response, Callback callback) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin == null || !doors.origins().contains(origin) || !isOpen(request)) {
      return false;
    }
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Access-Control-Allow-Origin", origin);
    headers.put("Access-Control-Expose-Headers", "ETag, Link");
    headers.add(HttpHeader.VARY, "Origin");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    if (!request.getMethod().equals("OPTIONS")
        || request.getHeaders().get("Access-Control-Request-Method") == null) {
      return false;
    }
    headers.put("Access-Control-Allow-Methods", "GET, HEAD");
    headers.put("Access-Control-Allow-Headers", "If-None-Match, Accept-Language");
    headers.put("Access-Control-Max-Age", "600");
    response.setStatus(HttpStatus.NO_CONTENT_204);
    callback.succeeded();
    return true;
  }

  private static boolean isOpen(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    for (String open : PATHS) {
      if (path != null && path.startsWith(open)) {
        return true;
      }
    }
    return false;
  }
}
