package org.gridwright.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A request as bytes, with headers that clients of the JDK set themselves or refuse to send. */
final class RawRequest {

  private final List<String> head = new ArrayList<>();
  private String host = "127.0.0.1";
  private String body = "";

  private RawRequest(String line) {
    head.add(line);
  }

  /** An answer; names of headers are in lower case. */
  record RawAnswer(int status, Map<String, String> headers, String body) {

    JsonNode json() {
      return Json.MAPPER.readTree(body);
    }
  }

  /**
   * @param line such as {@code GET /health}
   */
  static RawRequest of(String line) {
    return new RawRequest(line + " HTTP/1.1");
  }

  RawRequest host(String name) {
    host = name;
    return this;
  }

  RawRequest header(String name, String value) {
    head.add(name + ": " + value);
    return this;
  }

  RawRequest body(String type, String text) {
    header("Content-Type", type);
    header("Content-Length", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length));
    body = text;
    return this;
  }

  /** Sends the request to a port of this machine and reads the answer to its end. */
  RawAnswer send(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      String text =
          String.join("\r\n", head) + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n" + body;
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static RawAnswer read(String text) {
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      headers.merge(name, lines[i].substring(colon + 1).strip(), (a, b) -> a + ", " + b);
    }
    int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
    return new RawAnswer(status, headers, text.substring(end + 4));
  }
}
