package org.gridwright.api.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Asks the same again and again on several connections, each of which waits for its answer. */
final class SteadyClient {

  private static final int CONNECTIONS = 16;

  private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);

  private SteadyClient() {}

  /** Answers a second. */
  static double rate(int port, String path, double seconds)
      throws IOException, InterruptedException {
    AtomicLong answers = new AtomicLong();
    AtomicReference<IOException> broken = new AtomicReference<>();
    long start = System.nanoTime();
    long end = start + (long) (seconds * 1e9);
    Thread[] threads = new Thread[CONNECTIONS];
    for (int i = 0; i < CONNECTIONS; i++) {
      threads[i] =
          new Thread(
              () -> {
                try {
                  answers.addAndGet(ask(port, path, end));
                } catch (IOException failure) {
                  broken.set(failure);
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (broken.get() != null) {
      throw broken.get();
    }
    return answers.get() / ((System.nanoTime() - start) / 1e9);
  }

  private static long ask(int port, String path, long end) throws IOException {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      long answers = 0;
      for (; System.nanoTime() < end; answers++) {
        out.write(request);
        skipAnswer(in);
      }
      return answers;
    }
  }

  /** Reads an answer of a known length, which a server gives to what is small. */
  private static void skipAnswer(InputStream in) throws IOException {
    long length = -1;
    int matched = 0;
    int column = 0;
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      if (c == '\n') {
        if (column == 0) {
          break;
        }
        column = 0;
        matched = 0;
      } else if (c != '\r') {
        if (matched == column
            && matched < LENGTH.length
            && (c | 0x20) == (LENGTH[matched] | 0x20)) {
          matched++;
          length = matched == LENGTH.length ? 0 : length;
        } else if (matched == LENGTH.length && length >= 0 && c >= '0' && c <= '9') {
          length = 10 * length + (c - '0');
        }
        column++;
      }
    }
    if (length < 0) {
      throw new IOException("an answer of unknown length");
    }
    in.skipNBytes(length);
  }
}
