package org.gridwright.api.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Asks where places lie, so many times a second on one connection, however long answers take. */
final class LocateClient {

  private static final long EVERY_NANOS = 10_000_000;

  private LocateClient() {}

  /**
   * Look-ups at random places of the demo city.
   *
   * @return how long each took from when it was due, in milliseconds: one that had to wait for
   *     those before it counts with its waiting
   */
  static List<Double> during(int port, int seconds) throws IOException {
    List<Double> millis = new ArrayList<>();
    Random random = new Random(7);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      long due = System.nanoTime();
      long end = due + seconds * 1_000_000_000L;
      for (; due < end; due += EVERY_NANOS) {
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        ask(socket.getOutputStream(), random);
        answered(in);
        millis.add((System.nanoTime() - due) / 1e6);
      }
    }
    return millis;
  }

  /**
   * So many look-ups, one after another without a pause, for the server to compile what they use.
   */
  static void warm(int port, int times) throws IOException {
    Random random = new Random(11);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; i < times; i++) {
        ask(socket.getOutputStream(), random);
        answered(in);
      }
    }
  }

  private static void ask(OutputStream out, Random random) throws IOException {
    String request =
        String.format(
            Locale.ROOT,
            "GET /api/v1/locate?lon=%.6f&lat=%.6f HTTP/1.1\r\nHost: localhost\r\n\r\n",
            112 + random.nextDouble(),
            30.5 + random.nextDouble());
    out.write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads an answer of a known length or in chunks to its end. */
  private static void answered(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IOException(status + ": " + new String(in.readNBytes(in.available()), UTF_8));
    }
    int length = -1;
    for (String head = line(in); !head.isEmpty(); head = line(in)) {
      if (head.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(head.substring(15).trim());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
      return;
    }
    for (int chunk = size(in); chunk > 0; chunk = size(in)) {
      in.skipNBytes(chunk + 2L);
    }
    line(in);
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
