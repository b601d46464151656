package org.gridwright.api.http.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.gridwright.data.work.Presence;

/**
 * Lets long work find out that the client of its request has hung up. A connection of HTTP/1.1 is
 * not read from while its request is worked on, so that nobody would notice: the system's own table
 * of connections tells, on Linux. Elsewhere clients are taken to be there. Thread-safe.
 */
public final class AskingClients extends Handler.Wrapper {

  /** For IPv4 and IPv6, in which a server that listens on all addresses has both. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));

  private static final String ESTABLISHED = "01";

  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int STATE = 3;

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SocketAddress local = request.getConnectionMetaData().getLocalSocketAddress();
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    try (Presence client = Presence.of(() -> isConnected(local, remote))) {
      return super.handle(request, response, callback);
    }
  }

  /** Whether a connection stands in both directions; so it does where nobody can tell. */
  static boolean isConnected(SocketAddress local, SocketAddress remote) {
    return !(local instanceof InetSocketAddress ours)
        || !(remote instanceof InetSocketAddress theirs)
        || isConnected(ours.getPort(), theirs.getPort());
  }

  private static boolean isConnected(int ours, int theirs) {
    boolean known = false;
    for (Path table : TABLES) {
      try {
        if (!Files.exists(table)) {
          continue;
        }
        known = true;
        for (String line : Files.readAllLines(table)) {
          String[] columns = line.strip().split("\\s+", -1);
          if (isPort(columns[LOCAL], ours)
              && isPort(columns[REMOTE], theirs)
              && columns[STATE].equals(ESTABLISHED)) {
            return true;
          }
        }
      } catch (IOException untold) {
        return true;
      }
    }
    return !known;
  }

  /** Whether an address such as {@code 0100007F:1B9E} has a port. */
  private static boolean isPort(String address, int port) {
    int colon = address.lastIndexOf(':');
    return colon >= 0 && address.substring(colon + 1).equals("%04X".formatted(port));
  }
}
