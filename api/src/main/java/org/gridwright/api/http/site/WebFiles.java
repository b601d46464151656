package org.gridwright.api.http.site;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gridwright.api.http.ETags;
import org.gridwright.api.http.ProblemException;
import org.gridwright.api.message.ApiMessages;
import org.jspecify.annotations.Nullable;

/**
 * The map application's files, from the folder {@code /public} of the class path. They are few and
 * small, so each is kept in memory once it was asked for. From a folder of the disk, for those who
 * work on them, they are read anew each time and browsers keep none. Asked only when no route
 * matches.
 */
public final class WebFiles implements ResourceHandler {

  private static final Pattern SAFE =
      Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Pattern HASHED =
      Pattern.compile(".*[.-][0-9A-Za-z_]{8,}\\.[a-z0-9]+(\\.map)?");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("woff2", "font/woff2"));

  private static final class WebFile {
    private final byte[] bytes;
    private final String etag;

    private WebFile(byte[] bytes) {
      this.bytes = bytes;
      this.etag = ETags.of(bytes);
    }
  }

  private final Map<String, Optional<WebFile>> files = new ConcurrentHashMap<>();
  private final @Nullable Path folder;

  /**
   * @param folder null for the application that is built in
   */
  public WebFiles(@Nullable Path folder) {
    this.folder = folder;
  }

  @Override
  public boolean canHandle(Context ctx) {
    return ctx.path().equals("/") || find(ctx.path()).isPresent();
  }

  @Override
  public boolean handle(Context ctx) {
    if (!canHandle(ctx)) {
      return false;
    }
    String path = ctx.path().equals("/") ? "/index.html" : ctx.path();
    WebFile file =
        find(path).orElseThrow(() -> ProblemException.notFound(ApiMessages.of("http.no-web")));
    ctx.header("Cache-Control", keeping(path));
    if (!ETags.unchanged(ctx, file.etag)) {
      ctx.contentType(TYPES.getOrDefault(extension(path), "application/octet-stream"));
      ctx.result(file.bytes);
    }
    return true;
  }

  @Override
  public boolean addStaticFileConfig(StaticFileConfig config) {
    return false;
  }

  @Override
  public Set<RouteRole> resourceRouteRoles(Context ctx) {
    return Set.of();
  }

  private String keeping(String path) {
    if (folder != null) {
      return "no-store";
    }
    return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
  }

  private Optional<WebFile> find(String path) {
    if (!SAFE.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<WebFile> known = files.get(path);
    if (known != null) {
      return known;
    }
    Optional<WebFile> read = read(path);
    if (folder == null) {
      read.ifPresent(file -> files.put(path, read));
    }
    return read;
  }

  private Optional<WebFile> read(String path) {
    try (InputStream in = open(path)) {
      if (in == null || extension(path).isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new WebFile(in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private @Nullable InputStream open(String path) throws IOException {
    if (folder == null) {
      return WebFiles.class.getResourceAsStream("/public" + path);
    }
    Path file = folder.resolve(path.substring(1));
    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot < path.lastIndexOf('/') ? "" : path.substring(dot + 1);
  }
}
