package org.gridwright.api.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections of clients that are slow. */
final class OpenSockets implements AutoCloseable {

  private static final int WINDOW = 4 << 10;
  private static final long EVERY_MILLIS = 5_000;

  private final int port;
  private final List<Socket> sockets = new ArrayList<>();

  OpenSockets(int port) {
    this.port = port;
  }

  /** Connects and sends the beginning of a request, or all of it; nothing is read. */
  void send(String request) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(WINDOW);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a space on each connection, now and every five seconds. */
  void trickle() {
    Thread sender = new Thread(this::trickleOn, "trickle");
    sender.setDaemon(true);
    sender.start();
  }

  private void trickleOn() {
    try {
      while (true) {
        for (Socket socket : sockets) {
          socket.getOutputStream().write(' ');
        }
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (IOException | InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
