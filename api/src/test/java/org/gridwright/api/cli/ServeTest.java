package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridwright.api.http.OpenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridwright serve} as a process of its own. */
class ServeTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  /** What a shell reports for a process that ended on SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void aTerminatedServerFinishesWhatItIsAnswering() throws Exception {
    Process serving = serve(SmallCity.in(folder), "0");
    try (BufferedReader said = serving.errorReader(StandardCharsets.UTF_8);
        OpenStream stream = OpenStream.to(awaitReady(port(said)))) {
      assumeTrue(serving.supportsNormalTermination(), "this system ends processes at once");
      assertThat(stream.ask(1)).contains("\"grid\"");
      serving.destroy();
      assertThat(stream.ask(2)).contains("\"grid\"");
      assertThat(stream.finish()).isEqualTo("0");
      assertThat(serving.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(serving.exitValue()).isEqualTo(TERMINATED);
    } finally {
      serving.destroyForcibly();
    }
  }

  private static Process serve(Path store, String port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.gridwright.api.cli.Main",
            "serve",
            "--store",
            store.toString(),
            "--port",
            port)
        .redirectOutput(new File(store + ".out"))
        .start();
  }

  /** Until the plans are loaded. */
  private static int awaitReady(int port) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
    while (http.send(health, BodyHandlers.discarding()).statusCode() != 200) {
      Thread.onSpinWait();
    }
    return port;
  }

  private static int port(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
    throw new IllegalStateException("the server did not say where it serves");
  }
}
