package org.gridwright.api.http.door;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For whom the server is open beside those who sit at the machine. Immutable.
 *
 * @param hosts names that requests may call the server by, lower case, without a port; loopback
 *     names need not be named
 * @param origins that may read open services from their pages, such as {@code
 *     https://portal.example}; in the form that browsers send
 * @param proxies addresses of proxies, which are believed whose requests they pass on
 */
public record Doors(Set<String> hosts, Set<String> origins, Set<InetAddress> proxies) {

  /** For loopback names alone. */
  public static final Doors LOOPBACK = new Doors(Set.of(), Set.of(), Set.of());

  /** Looked at for each request. */
  private static final Pattern LOOPBACK_ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

  public Doors {
    hosts = Set.copyOf(hosts);
    origins = Set.copyOf(origins);
    proxies = Set.copyOf(proxies);
  }

  /**
   * Reads settings: lists parted by commas or spaces, empty or absent for none.
   *
   * @param host that the server is started for, which requests may name
   * @throws IllegalArgumentException when an entry cannot be read; the message is that entry
   */
  public static Doors of(String host, @Nullable String hosts, @Nullable String origins) {
    Set<String> names = read(hosts, Doors::hostOf);
    hostOf(host).ifPresent(names::add);
    return new Doors(names, read(origins, Doors::originOf), Set.of());
  }

  /**
   * The same, behind proxies.
   *
   * @param addresses a list parted by commas or spaces, empty or absent for none
   * @throws IllegalArgumentException when one is no address; the message is that entry
   */
  public Doors behind(@Nullable String addresses) {
    return new Doors(hosts, origins, read(addresses, IpLiteral::read));
  }

  private static <T> Set<T> read(@Nullable String list, Function<String, Optional<T>> entry) {
    Set<T> read = new LinkedHashSet<>();
    if (list != null) {
      Arrays.stream(list.split("[,\\s]+"))
          .filter(each -> !each.isEmpty())
          .map(each -> entry.apply(each).orElseThrow(() -> new IllegalArgumentException(each)))
          .forEach(read::add);
    }
    return read;
  }

  /** The name in a Host header or setting, lower case, without a port; empty where it is none. */
  static Optional<String> hostOf(String text) {
    try {
      URI uri = new URI("http://" + text);
      boolean alone =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return alone ? Optional.of(uri.getHost().toLowerCase(Locale.ROOT)) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<String> originOf(String text) {
    int scheme = text.indexOf("://");
    boolean web = text.startsWith("http://") || text.startsWith("https://");
    return web && hostOf(text.substring(scheme + 3)).isPresent()
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether requests may call the server by a name without a port. */
  boolean opensFor(String host) {
    return isLoopback(host) || hosts.contains(host);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || LOOPBACK_ADDRESS.matcher(host).matches();
  }
}
