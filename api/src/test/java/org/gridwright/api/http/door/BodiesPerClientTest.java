package org.gridwright.api.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One address has only so many bodies under way, and others do not notice. */
class BodiesPerClientTest {

  private static final String GREEDY = "192.0.2.7";
  private static final String PROXY = "10.0.0.1";
  private static final String EXPECT = "\r\nExpect: 100-continue";
  private static final String UNDER_WAY = "HTTP/1.1 100 Continue";

  private final AtomicReference<String> from = new AtomicReference<>(GREEDY);
  private final List<Socket> sockets = new ArrayList<>();
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void serve() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Lengths());
    server.setErrorHandler(new UnreadableRequests(new SecurityHeaders(null)));
    BodiesInWork.guard(
        server,
        "/streamed",
        Doors.LOOPBACK.behind(PROXY),
        remote -> Optional.of(IpLiteral.read(Objects.requireNonNull(from.get())).orElseThrow()),
        System::nanoTime);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  private static final class Lengths extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      long length = Content.Source.asInputStream(request).readAllBytes().length;
      Content.Sink.write(response, true, length + "\n", callback);
      return true;
    }
  }

  @Test
  void oneBodyTooManyIsTold() throws IOException {
    List<BufferedReader> slow = fill("POST /", "POST /streamed");
    String refused = whole(ask("POST /", 2, "ab"));
    assertThat(refused)
        .startsWith("HTTP/1.1 429 Too Many Requests")
        .contains("Retry-After: 5", "application/problem+json", "\"too-many-bodies\"")
        .contains("16 requests with bodies");
    assertThat(whole(ask("GET /", 0, ""))).as("a look-up").startsWith("HTTP/1.1 200");
    from.set("192.0.2.8");
    assertThat(whole(ask("POST /", 2, "ab"))).as("another address").startsWith("HTTP/1.1 200");
    from.set("127.0.0.1");
    assertThat(whole(ask("POST /", 2, "ab"))).as("this machine").startsWith("HTTP/1.1 200");
    send(sockets.get(0), "ab");
    assertThat(whole(slow.get(0))).startsWith("HTTP/1.1 200").endsWith("2");
    from.set(GREEDY);
    askUntilTaken();
  }

  /** What hangs up before its body is there has no place any more. */
  @Test
  void whoHangsUpGivesItsPlaceBack() throws IOException {
    fill("POST /");
    sockets.get(3).close();
    askUntilTaken();
  }

  @Test
  void behindAProxyEachClientIsItself() throws IOException {
    from.set(PROXY);
    String greedy = "\r\nX-Forwarded-For: 198.51.100.1, ";
    fill("POST / HTTP/1.1" + greedy + GREEDY);
    assertThat(whole(ask("POST / HTTP/1.1" + greedy + GREEDY, 2, "ab"))).startsWith("HTTP/1.1 429");
    assertThat(whole(ask("POST / HTTP/1.1" + greedy + "192.0.2.8", 2, "ab")))
        .startsWith("HTTP/1.1 200");
    assertThat(whole(ask("POST /", 2, "ab"))).as("the proxy").startsWith("HTTP/1.1 200");
    from.set(GREEDY);
    assertThat(whole(ask("POST / HTTP/1.1\r\nX-Forwarded-For: 203.0.113.9", 2, "ab")))
        .as("the same client past the proxy, with a header that nobody believes")
        .startsWith("HTTP/1.1 429");
  }

  /**
   * Of 128 places seven clients take 16, and those after them half of what is left, until one is.
   */
  @Test
  void manyAddressesTogetherLeaveAPlaceForOneMore() throws IOException {
    for (int client = 1; client <= 11; client++) {
      from.set("198.51.100." + client);
      for (int i = 0; i < BodiesPerClient.MOST; i++) {
        String first = begin("POST /").readLine();
        if (!first.equals(UNDER_WAY)) {
          assertThat(i).as("places of client %d", client).isPositive();
          assertThat(first).startsWith("HTTP/1.1 503");
          break;
        }
      }
    }
    from.set("203.0.113.1");
    assertThat(whole(ask("POST /", 2, "ab"))).startsWith("HTTP/1.1 200");
  }

  private List<BufferedReader> fill(String... lines) throws IOException {
    List<BufferedReader> slow = new ArrayList<>();
    for (int i = 0; i < BodiesPerClient.MOST; i++) {
      slow.add(begin(lines[i % lines.length]));
      assertThat(slow.get(i).readLine()).isEqualTo(UNDER_WAY);
      assertThat(slow.get(i).readLine()).isEmpty();
    }
    return slow;
  }

  /** The head of a request whose client waits until it may send its body of two letters. */
  private BufferedReader begin(String line) throws IOException {
    return ask((line.contains("\r\n") ? line : line + " HTTP/1.1") + EXPECT, 2, "");
  }

  private void askUntilTaken() throws IOException {
    String answer = whole(ask("POST /", 2, "ab"));
    while (answer.startsWith("HTTP/1.1 429")) {
      Thread.onSpinWait();
      answer = whole(ask("POST /", 2, "ab"));
    }
    assertThat(answer).startsWith("HTTP/1.1 200");
  }

  private BufferedReader ask(String line, int length, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(60_000);
    sockets.add(socket);
    String first = line.contains("\r\n") ? line : line + " HTTP/1.1";
    send(
        socket,
        first
            + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
            + length
            + "\r\n\r\n"
            + body);
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String whole(BufferedReader answer) {
    return answer.lines().collect(Collectors.joining("\n"));
  }
}
