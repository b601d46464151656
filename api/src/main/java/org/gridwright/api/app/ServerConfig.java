package org.gridwright.api.app;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.http.door.Doors;
import org.gridwright.api.http.site.SiteInfo;
import org.gridwright.api.message.ApiMessages;
import org.gridwright.data.officers.OfficersFollow;
import org.jspecify.annotations.Nullable;

/**
 * How the server runs.
 *
 * @param host a loopback address or name
 * @param port 0 for any free one
 * @param basemap background map; null where there is none
 * @param city what the map application calls the city; null for the name that its plan gives it
 * @param askedAbove share of a grid's addresses, 0 to 1: where an edit moves more, it is asked what
 *     becomes of its officers
 * @param doors whom it is open for beside those at the machine
 * @param mostUpload greatest size of a file that a browser brings in, in bytes
 * @param web a folder with the map application, for those who work on it; null for the one built in
 * @param plans a folder for the plans in force of a store that is a database, so that the next
 *     start is quick; null where they are not kept
 */
public record ServerConfig(
    String host,
    int port,
    SiteInfo.@Nullable Basemap basemap,
    @Nullable String city,
    double askedAbove,
    Doors doors,
    long mostUpload,
    @Nullable Path web,
    @Nullable Path plans) {

  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 7070;

  /** Two gibibytes. */
  static final long DEFAULT_MOST_UPLOAD = 2L << 30;

  public ServerConfig {
    if (port < 0 || port > 65535) {
      throw new ServerException(ApiMessages.of("server.port-range", String.valueOf(port)));
    }
    if (!isLoopback(host)) {
      throw new ServerException(ApiMessages.of("server.not-loopback", host));
    }
    if (web != null && !Files.isRegularFile(web.resolve("index.html"))) {
      throw new ServerException(ApiMessages.of("server.web-folder", web.toString()));
    }
    if (plans != null && !Files.isDirectory(plans)) {
      throw new ServerException(ApiMessages.of("server.plans-folder", plans.toString()));
    }
  }

  /** With the map application that is built in. */
  public ServerConfig(
      String host, int port, SiteInfo.@Nullable Basemap basemap, @Nullable String city) {
    this(
        host,
        port,
        basemap,
        city,
        OfficersFollow.USUAL_SHARE,
        Doors.LOOPBACK,
        DEFAULT_MOST_UPLOAD,
        null,
        null);
  }

  /** The same, with the map application in a folder; null for the one built in. */
  public ServerConfig withWeb(@Nullable Path folder) {
    return new ServerConfig(
        host, port, basemap, city, askedAbove, doors, mostUpload, folder, plans);
  }

  /** The same, on another port. */
  public ServerConfig onPort(int other) {
    return new ServerConfig(host, other, basemap, city, askedAbove, doors, mostUpload, web, plans);
  }

  private static double share(@Nullable String percent) {
    if (percent == null || percent.isBlank()) {
      return OfficersFollow.USUAL_SHARE;
    }
    try {
      double value = Double.parseDouble(percent.strip());
      if (value >= 0 && value <= 100) {
        return value / 100;
      }
    } catch (NumberFormatException noNumber) {
      // told below, together with numbers out of range
    }
    throw new ServerException(ApiMessages.of("server.asked-above", percent));
  }

  /**
   * With the basemap and the city's name from the environment: {@code GRIDWRIGHT_BASEMAP_URL},
   * {@code GRIDWRIGHT_BASEMAP_ATTRIBUTION}, {@code GRIDWRIGHT_CITY}, the percentage {@code
   * GRIDWRIGHT_OFFICERS_ASKED_ABOVE}, the lists {@code GRIDWRIGHT_HOSTS}, {@code
   * GRIDWRIGHT_ORIGINS} and {@code GRIDWRIGHT_PROXIES}, the size {@code
   * GRIDWRIGHT_UPLOAD_MEBIBYTES}, and the folder {@code GRIDWRIGHT_PLANS_FOLDER}.
   *
   * @throws ServerException when a value does not fit; the message names it
   */
  public static ServerConfig of(String host, int port, Map<String, String> environment) {
    String url = environment.getOrDefault("GRIDWRIGHT_BASEMAP_URL", "").strip();
    String attribution = environment.getOrDefault("GRIDWRIGHT_BASEMAP_ATTRIBUTION", "").strip();
    return new ServerConfig(
        host,
        port,
        url.isEmpty() ? null : basemap(url, attribution),
        environment.get("GRIDWRIGHT_CITY"),
        share(environment.get("GRIDWRIGHT_OFFICERS_ASKED_ABOVE")),
        doors(host, environment),
        mostUpload(environment.get("GRIDWRIGHT_UPLOAD_MEBIBYTES")),
        null,
        folder(environment.get("GRIDWRIGHT_PLANS_FOLDER")));
  }

  private static @Nullable Path folder(@Nullable String path) {
    if (path == null || path.isBlank()) {
      return null;
    }
    try {
      return Path.of(path.strip());
    } catch (InvalidPathException unreadable) {
      throw new ServerException(ApiMessages.of("server.plans-folder", path), unreadable);
    }
  }

  private static long mostUpload(@Nullable String mebibytes) {
    if (mebibytes == null || mebibytes.isBlank()) {
      return DEFAULT_MOST_UPLOAD;
    }
    if (!mebibytes.strip().matches("[1-9]\\d{0,8}")) {
      throw new ServerException(ApiMessages.of("server.upload-size", mebibytes));
    }
    return Long.parseLong(mebibytes.strip()) << 20;
  }

  private static Doors doors(String host, Map<String, String> environment) {
    Doors doors;
    try {
      doors =
          Doors.of(
              host, environment.get("GRIDWRIGHT_HOSTS"), environment.get("GRIDWRIGHT_ORIGINS"));
    } catch (IllegalArgumentException unreadable) {
      throw new ServerException(
          ApiMessages.of("server.doors", String.valueOf(unreadable.getMessage())));
    }
    try {
      return doors.behind(environment.get("GRIDWRIGHT_PROXIES"));
    } catch (IllegalArgumentException noAddress) {
      throw new ServerException(
          ApiMessages.of("server.proxy", String.valueOf(noAddress.getMessage())));
    }
  }

  private static SiteInfo.Basemap basemap(String url, String attribution) {
    try {
      URI uri = URI.create(url.replace("{s}", "s").replaceAll("\\{[^}]*}", "0"));
      if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && url.contains("{z}")
          && url.contains("{x}")
          && (url.contains("{y}") || url.contains("{-y}"))
          && url.chars().noneMatch(c -> c == ';' || c == ',' || c == '\'' || c <= ' ')) {
        return new SiteInfo.Basemap(url, attribution);
      }
    } catch (IllegalArgumentException malformed) {
      // told below, together with templates that lack a part
    }
    throw new ServerException(ApiMessages.of("server.basemap-url", url));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new ServerException(ApiMessages.of("server.host-unknown", host), unknown);
    }
  }
}
