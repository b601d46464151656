package org.gridwright.api.http.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request and its answer.
 *
 * @param sent body of the request; empty where there was none
 * @param body of the answer
 */
public record Exchange(
    String method,
    URI uri,
    HttpHeaders asked,
    String sent,
    int status,
    HttpHeaders answered,
    String body) {

  String path() {
    return uri.getRawPath();
  }

  boolean succeeded() {
    return status < 300;
  }

  /** The content type of the answer without parameters; empty where there is none. */
  String type() {
    return bare(answered.firstValue("Content-Type").orElse(""));
  }

  String sentType() {
    return bare(asked.firstValue("Content-Type").orElse(""));
  }

  /** The query parameters that are not blank. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        String[] parts = pair.split("=", 2);
        if (parts.length > 1 && !parts[1].isEmpty()) {
          query.put(decoded(parts[0]), decoded(parts[1]));
        }
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String bare(String type) {
    return type.replaceFirst(";.*", "").strip();
  }

  @Override
  public String toString() {
    return method + " " + uri.getRawPath() + " → " + status + " " + type();
  }
}
