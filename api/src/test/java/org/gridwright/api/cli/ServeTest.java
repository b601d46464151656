package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
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
    Path store = SmallCity.in(folder);
    try (CommandProcess serving =
            CommandProcess.start(folder, "serve", "--store", store.toString(), "--port", "0");
        OpenStream stream = OpenStream.to(awaitReady(port(serving)))) {
      assumeTrue(serving.stopsNormally(), "this system ends processes at once");
      assertThat(stream.ask(1)).contains("\"grid\"");
      serving.terminate();
      assertThat(stream.ask(2)).contains("\"grid\"");
      assertThat(stream.finish()).isEqualTo("0");
      assertThat(serving.status()).isEqualTo(TERMINATED);
      assertThat(serving.rest()).noneMatch(line -> line.contains("Exception"));
    }
    assertThat(folder.toFile().list()).as("the log is written back").containsExactly("city.gpkg");
  }

  @Test
  void otherComputersAreNotServedAsLongAsThereAreNoAccounts() {
    String[] serve = {"serve", "--host", "0.0.0.0"};
    CommandRun english = CommandRun.of(folder, Map.of(), serve);
    CommandRun chinese = CommandRun.of(folder, Map.of("LANG", "zh_CN.UTF-8"), serve);

    assertThat(english.err()).contains("0.0.0.0", "there are no accounts yet").hasLineCount(1);
    assertThat(english.status()).isEqualTo(1);
    assertThat(chinese.err()).contains("0.0.0.0", "账户").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
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

  private static int port(CommandProcess serving) throws IOException {
    while (true) {
      Matcher address = ADDRESS.matcher(serving.line());
      if (address.find()) {
        return Integer.parseInt(address.group(1));
      }
    }
  }
}
