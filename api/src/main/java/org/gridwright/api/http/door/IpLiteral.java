package org.gridwright.api.http.door;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as they are written in settings and headers, read without asking for a name. */
final class IpLiteral {

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  private static final Pattern FOUR = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  /** With a colon it is never taken for a name. */
  private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  /** A network of one household or office: the first half of an address of IPv6. */
  private static final int NETWORK_BYTES = 8;

  private IpLiteral() {}

  /** Reads {@code 192.0.2.7} or {@code 2001:db8::7}; empty for anything else. */
  static Optional<InetAddress> read(String text) {
    if (!FOUR.matcher(text).matches() && !SIX.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Whom limits hold for together: an address of IPv4, and of IPv6 the 64 bits of its network,
   * since whoever has one of its addresses has all.
   */
  static String network(InetAddress address) {
    if (address instanceof Inet4Address) {
      return address.getHostAddress();
    }
    byte[] bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
