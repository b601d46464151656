package org.gridwright.api.http.door;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * Whose a request is where limits hold for each client: that of the address that it comes from or,
 * where that is a proxy's that the operator named, of the last one in {@code X-Forwarded-For} or
 * {@code Forwarded} (RFC 7239) that is no such proxy. What anybody else writes there is not
 * believed. Immutable.
 *
 * @param proxies addresses of the proxies
 */
record ForwardedClients(Set<InetAddress> proxies) {

  private static final String OLD = "X-Forwarded-For";
  private static final String STANDARD = "Forwarded";

  /** {@code for=} in an element of the standard header, quoted where it has a colon. */
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\"\\s]*)");

  /** An address with a port, {@code 192.0.2.7:80} or {@code [2001:db8::7]:80}, or in brackets. */
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^]]*)](?::\\w*)?|([^:\\[\\]]*):\\w*");

  /** Longest name of a client that a proxy gives instead of an address. */
  private static final int LONGEST_NAME = 64;

  ForwardedClients {
    proxies = Set.copyOf(proxies);
  }

  /**
   * The client, as a word that is the same for all its requests; empty for those without limits:
   * whoever sits at this machine, and a proxy that asks for itself.
   *
   * @param from the address that the connection comes from
   */
  Optional<String> limited(InetAddress from, HttpFields head) {
    if (!proxies.contains(from)) {
      return named(from);
    }
    boolean old = head.contains(OLD);
    boolean standard = head.contains(STANDARD);
    Optional<String> byOld = last(head.getCSV(OLD, false));
    Optional<String> byStandard =
        last(head.getCSV(STANDARD, true).stream().map(ForwardedClients::forOf).toList());
    if (old && standard && !byOld.equals(byStandard)) {
      return Optional.of(IpLiteral.network(from)); // one of the two may be the client's own
    }
    return old ? byOld : byStandard;
  }

  /** From the end, where the proxy next to this server wrote, as far as proxies are known. */
  private Optional<String> last(List<String> hops) {
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = hops.get(i).strip();
      Optional<InetAddress> address = IpLiteral.read(withoutPort(hop));
      if (address.isEmpty()) {
        return Optional.of(
            hop.substring(0, Math.min(hop.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT));
      }
      if (!proxies.contains(address.get())) {
        return named(address.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> named(InetAddress address) {
    return address.isLoopbackAddress() ? Optional.empty() : Optional.of(IpLiteral.network(address));
  }

  private static String forOf(String element) {
    Matcher found = FOR.matcher(element);
    return found.find() ? found.group(1).replace("\"", "") : "";
  }

  private static String withoutPort(String node) {
    Matcher parts = WITH_PORT.matcher(node);
    if (!parts.matches()) {
      return node;
    }
    return parts.group(1) == null ? parts.group(2) : parts.group(1);
  }
}
