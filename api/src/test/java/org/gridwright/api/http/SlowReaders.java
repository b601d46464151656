package org.gridwright.api.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Clients that ask for much and do not read it. */
final class SlowReaders implements AutoCloseable {

  /** Small, so that the server soon waits for them. */
  private static final int WINDOW = 4 << 10;

  private final List<Socket> sockets = new ArrayList<>();

  /** Has some clients ask for a path each, and read the first bytes of the answer. */
  static SlowReaders of(int port, List<String> paths) throws IOException {
    SlowReaders readers = new SlowReaders();
    for (String path : paths) {
      Socket socket = new Socket();
      readers.sockets.add(socket);
      socket.setReceiveBufferSize(WINDOW);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] first = new byte[200];
      if (socket.getInputStream().readNBytes(first, 0, first.length) < first.length) {
        throw new IOException(path + " was not answered");
      }
    }
    return readers;
  }

  /** How many there are. */
  int open() {
    return sockets.size();
  }

  @Override
  public void close() throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }
}
