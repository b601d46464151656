package org.gridwright.api.http.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that send slowly keep neither threads nor other clients. */
class SlowBodiesTest {

  private static final int THREADS = 12;

  private final AtomicLong seconds = new AtomicLong();
  private final AtomicLong step = new AtomicLong();
  private final List<Socket> sockets = new ArrayList<>();
  private final Server server = new Server(new QueuedThreadPool(THREADS));
  private final ServerConnector connector = new ServerConnector(server, 1, 1);

  @BeforeEach
  void serve() throws Exception {
    server.addConnector(connector);
    server.setHandler(new Lengths());
    server.setErrorHandler(new UnreadableRequests(new SecurityHeaders(null)));
    BodiesInWork.guard(
        server,
        "/streamed",
        Doors.LOOPBACK,
        BodiesPerClient::address,
        () -> seconds.addAndGet(step.get()) * 1_000_000_000L);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  /** Answers with the length of the body, read by a thread that waits for it. */
  private static final class Lengths extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      long length = Content.Source.asInputStream(request).readAllBytes().length;
      Content.Sink.write(response, true, length + "\n", callback);
      return true;
    }
  }

  @Test
  void manyMoreBodiesThanThreadsKeepNobodyWaiting() throws IOException {
    List<BufferedReader> slow = new ArrayList<>();
    for (int i = 0; i < 5 * THREADS; i++) {
      slow.add(ask("POST /", 2, "a"));
    }
    assertThat(status(ask("GET /", 0, ""))).isEqualTo("HTTP/1.1 200 OK");
    assertThat(status(ask("POST /", 3, "abc"))).isEqualTo("HTTP/1.1 200 OK");
    for (int i = 0; i < slow.size(); i++) {
      send(sockets.get(i), "b");
      assertThat(last(slow.get(i))).isEqualTo("2");
    }
  }

  /**
   * The clock goes six seconds whenever it is asked: when the server waits, and when a byte comes.
   */
  @Test
  void aBodyThatTricklesIsRefused() throws IOException {
    step.set(6);
    BufferedReader slow = ask("POST /", 100, "");
    int sent = 0;
    for (long seen = 0; !slow.ready(); sent++) {
      assertThat(sent).isLessThan(20);
      while (seconds.get() <= seen) {
        Thread.onSpinWait();
      }
      seen = seconds.get() + 6;
      send(sockets.get(0), "a");
      while (seconds.get() < seen + 6 && !slow.ready()) {
        Thread.onSpinWait();
      }
    }
    assertThat(sent).isGreaterThan(4);
    assertThat(status(slow)).isEqualTo("HTTP/1.1 408 Request Timeout");
    assertThat(last(slow)).contains("\"slow-body\"");
  }

  @Test
  void whatIsWaitedForIsMeasuredAgainstWhatHasCome() {
    long half = Duration.ofSeconds(30).toNanos();
    assertThat(BodyPace.isTooSlow(half, 0)).isFalse();
    assertThat(BodyPace.isTooSlow(half + 1, 0)).isTrue();
    assertThat(BodyPace.isTooSlow(half + Duration.ofSeconds(100).toNanos(), 100_000)).isFalse();
    assertThat(BodyPace.isTooSlow(half + Duration.ofSeconds(101).toNanos(), 100_000)).isTrue();
  }

  /** More than sockets hold, so that its reader has to wait for it again and again. */
  @Test
  void aLargeBodyArrivesWhole() throws IOException {
    String part = "x".repeat(GatheredBodies.MOST_BYTES);
    int parts = 100;
    for (String path : List.of("/", "/streamed")) {
      int length = parts * part.length();
      BufferedReader answer = ask("POST " + path, length, "");
      for (int i = 0; i < parts; i++) {
        send(sockets.get(sockets.size() - 1), part);
      }
      assertThat(last(answer)).isEqualTo(String.valueOf(length));
    }
  }

  private BufferedReader ask(String line, int length, String body) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    socket.setSoTimeout(60_000);
    sockets.add(socket);
    send(
        socket,
        line
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
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

  private static String status(BufferedReader answer) throws IOException {
    return answer.readLine();
  }

  private static String last(BufferedReader answer) throws IOException {
    String last = "";
    for (String line = answer.readLine(); line != null; line = answer.readLine()) {
      last = line;
    }
    return last;
  }
}
