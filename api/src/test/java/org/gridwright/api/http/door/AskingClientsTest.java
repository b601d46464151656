package org.gridwright.api.http.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.gridwright.core.work.CancelledException;
import org.gridwright.core.work.Progress;
import org.gridwright.data.work.Job;
import org.gridwright.data.work.JobKind;
import org.gridwright.data.work.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work goes on while its client waits, and stops when the client has hung up. */
class AskingClientsTest {

  private final Jobs jobs = new Jobs("test", 1, 0, 1, Clock.systemUTC());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private volatile boolean enough;

  @BeforeEach
  void serve() throws Exception {
    assumeThat(Files.exists(Path.of("/proc/self/net/tcp")))
        .as("the system tells its connections")
        .isTrue();
    server.addConnector(connector);
    server.setHandler(new Working());
    server.insertHandler(new AskingClients());
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    jobs.close();
    server.stop();
  }

  private final class Working extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Job<String> job = jobs.submit(JobKind.REDRAW, Duration.ofMinutes(5), this::work);
      Content.Sink.write(response, true, job.attend(), callback);
      return true;
    }

    private String work(Progress progress) {
      begun.countDown();
      while (!enough) {
        progress.checkpoint();
        Thread.onSpinWait();
      }
      return "made";
    }
  }

  @Test
  void workStopsWithinFiveSecondsOfItsClientsGoing() throws Exception {
    Socket client = ask();
    begun.await();
    Job<?> job = jobs.find(1).orElseThrow();
    client.close();
    assertThatThrownBy(() -> job.result().get(5, TimeUnit.SECONDS))
        .as("the result of work that was stopped")
        .hasCauseInstanceOf(CancelledException.class);
  }

  @Test
  void aClientThatWaitsGetsItsAnswer() throws Exception {
    try (Socket client = ask()) {
      begun.await();
      assertThat(
              AskingClients.isConnected(
                  client.getRemoteSocketAddress(), client.getLocalSocketAddress()))
          .isTrue();
      enough = true;
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
      assertThat(answer.lines()).contains("made");
    }
  }

  private Socket ask() throws Exception {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
    client
        .getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
    return client;
  }
}
