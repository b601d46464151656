package org.gridwright.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gridwright.api.http.contract.Operation;

/**
 * A request in which one to three things are wrong, as bytes.
 *
 * @param head with its line, without the end
 */
record HostileRequest(String head, byte[] body) {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "BREW");

  /** In addresses. */
  private static final List<String> SIGNS =
      List.of(
          "%00",
          "%2e%2e",
          "..",
          "//",
          ";a=b",
          "%ff%fe",
          "%",
          "%zz",
          "点",
          "%E7%82%B9",
          " ",
          "\\",
          "-1",
          "9223372036854775808",
          "0x10",
          "NaN",
          "1e999",
          "'",
          "\"",
          "<",
          "{id}",
          "*",
          "?",
          "#");

  private static final List<String> VALUES =
      List.of(
          "",
          "-",
          "-1",
          "0",
          "1",
          "NaN",
          "1e400",
          "114.305f",
          "0x1p3",
          "2024-02-30",
          "2025-01-01",
          "9999-12-31",
          "-9999-01-01",
          "10,50,11,51",
          "11,51,10,50",
          "a,b,c,d",
          "%00",
          "%2C",
          "true",
          "grid",
          "beats",
          "null",
          "[]",
          "*",
          "'; DROP TABLE unit; --",
          "${7*7}",
          "../../etc/passwd",
          "%F0%9F%92%A9",
          "9223372036854775807");

  private static final List<String> HEADERS =
      List.of(
          "Accept-Language: -",
          "Accept-Language: zh-CN;q=2, *;q=-1",
          "Accept-Language: ,,,;;;",
          "Content-Type: application/json; charset=\"",
          "Content-Type: ;;;",
          "Content-Type: text/csv; charset=utf-7",
          "Content-Type: application/geo+json",
          "Content-Type: application/x-ndjson",
          "Content-Type: multipart/form-data; boundary=x",
          "If-Match: \"",
          "If-Match: W/\"99999999999999999999\"",
          "If-None-Match: *, , \"x",
          "Range: bytes=9-1",
          "Expect: 200-maybe",
          "Accept: image/png",
          "Accept-Encoding: gzip;q=0, *;q=9",
          "Gridwright-Author: \u00ff\u0001",
          "Host: evil.example",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "Cookie: " + "a=b; ".repeat(400),
          "X: " + "y".repeat(9_000));

  private static final List<String> MEMBERS =
      List.of(
          "null",
          "-0",
          "1e999",
          "\"\"",
          "[]",
          "{}",
          "true",
          "[[[[]]]]",
          "\"\\ud800\"",
          "0.1e-400",
          "\"" + "长".repeat(3_000) + "\"",
          "[[1e9,1e9],[0,0]]",
          "\"A\",\"A\":1",
          "99999999999999999999");

  static HostileRequest of(Operation operation, long draft, Random random) {
    SoundRequest sound = SoundRequest.of(operation, draft);
    String method = sound.method();
    String path = sound.path();
    byte[] body = sound.body().getBytes(UTF_8);
    List<String> headers = new ArrayList<>();
    headers.add("Content-Type: " + sound.type());
    headers.add("If-Match: *");
    for (int wrong = 1 + random.nextInt(3); wrong > 0; wrong--) {
      switch (random.nextInt(6)) {
        case 0 -> method = pick(METHODS, random);
        case 1 -> path = inserted(path, pick(SIGNS, random), random);
        case 2 -> path = queried(path, operation, random);
        case 3 -> headers.add(random.nextInt(headers.size() + 1), pick(HEADERS, random));
        default -> body = damaged(body, random);
      }
    }
    boolean long_ = random.nextInt(500) == 0;
    String asked = long_ ? path + "/x".repeat(5_000) : path;
    return new HostileRequest(
        method + " " + asked.replace(" ", "%20") + " HTTP/1.1\r\n" + String.join("\r\n", headers),
        body);
  }

  private static String queried(String path, Operation operation, Random random) {
    List<String> known = operation.queryParameters();
    String name = known.isEmpty() || random.nextInt(8) == 0 ? "nonsense" : pick(known, random);
    return path + (path.contains("?") ? "&" : "?") + name + "=" + pick(VALUES, random);
  }

  private static byte[] damaged(byte[] body, Random random) {
    String text = new String(body, ISO_8859_1);
    return switch (random.nextInt(6)) {
      case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(ISO_8859_1);
      case 1 -> inserted(text, pick(MEMBERS, random), random).getBytes(UTF_8);
      case 2 -> text.replaceFirst(":[^,}]*", ":" + quoted(pick(MEMBERS, random))).getBytes(UTF_8);
      case 3 -> ("[".repeat(5_000) + text).getBytes(ISO_8859_1);
      case 4 -> {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        yield noise;
      }
      default -> {
        byte[] flipped = body.clone();
        if (flipped.length > 0) {
          flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield flipped;
      }
    };
  }

  private static String quoted(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  private static String inserted(String text, String sign, Random random) {
    int at = text.isEmpty() ? 0 : random.nextInt(text.length());
    return text.substring(0, at) + sign + text.substring(at);
  }

  private static <T> T pick(List<T> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String end =
        "\r\nConnection: close\r\n"
            + (head.contains("\r\nHost: ") ? "" : "Host: localhost\r\n")
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    bytes.writeBytes((head + end).getBytes(UTF_8));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
