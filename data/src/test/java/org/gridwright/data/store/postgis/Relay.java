package org.gridwright.data.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on the loopback interface. When it is cut, nothing passes
 * any more, and neither side is told.
 */
public final class Relay implements AutoCloseable {

  private final ServerSocket door;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Relay(ServerSocket door, int port) {
    this.door = door;
    this.port = port;
  }

  /** A relay to the port. */
  public static Relay to(int port) throws IOException {
    Relay relay = new Relay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    daemon(relay::accept);
    return relay;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** From now on, nothing passes; connections stay open. */
  public void cut() {
    cut = true;
  }

  /** From now on, new connections pass; those from before have been dropped. */
  public void mend() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
    sockets.clear();
    cut = false;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        sockets.add(client);
        if (!cut) {
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
          sockets.add(server);
          daemon(() -> pass(client, server));
          daemon(() -> pass(server, client));
        }
      }
    } catch (IOException closed) {
      // as it should be, at the end
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[1 << 14];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!cut) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException gone) {
      // the other side is closed with it
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    mend();
  }
}
