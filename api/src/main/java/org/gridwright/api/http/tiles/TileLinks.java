package org.gridwright.api.http.tiles;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Addresses that mean the same plan, draft and level as a request. */
final class TileLinks {

  private static final String PATTERN = "/{z}/{x}/{y}.mvt";

  private static final List<String> KEPT =
      List.of(
          "theme",
          "at",
          "plan",
          "draft",
          "level",
          "from",
          "to",
          "hours",
          "weekdays",
          "category",
          "status",
          "bbox",
          "kind",
          "severity",
          "accepted",
          "layers",
          "contested",
          "limit");

  private TileLinks() {}

  /**
   * A path on this server with the request's parameters.
   *
   * @param version the value of {@code v}; null for none
   */
  static String to(Context ctx, String path, @Nullable String version) {
    Stream<String> kept =
        KEPT.stream()
            .filter(name -> ctx.queryParam(name) != null)
            .map(name -> name + "=" + encoded(String.valueOf(ctx.queryParam(name))));
    Stream<String> versions = Stream.ofNullable(version).map(v -> "v=" + encoded(v));
    String query = Stream.concat(kept, versions).collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The same, with scheme and host, as programs outside of a page need it. */
  static String absolute(Context ctx, String path) {
    return ctx.scheme() + "://" + ctx.host() + to(ctx, path, null);
  }

  /**
   * Where the vector tiles of a layer are; {@code {z}}, {@code {x}} and {@code {y}} stand for one.
   */
  static String pattern(Context ctx, String layer) {
    String address = absolute(ctx, "/tiles/" + layer);
    int query = address.indexOf('?');
    return query < 0
        ? address + PATTERN
        : address.substring(0, query) + PATTERN + address.substring(query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
