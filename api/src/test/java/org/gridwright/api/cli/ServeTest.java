package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.http.OpenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gridwright serve} as a process of its own. */
class ServeTest {

  /** What a shell reports for a process that ended on SIGTERM. */
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;

  @Test
  void aTerminatedServerFinishesWhatItIsAnswering() throws Exception {
    Path store = SmallCity.in(folder);
    try (ServingProcess server = ServingProcess.start(folder, store.toString());
        OpenStream stream = OpenStream.to(server.port())) {
      CommandProcess serving = server.process();
      assumeTrue(serving.stopsNormally(), "this system ends processes at once");
      assertThat(stream.ask(1)).contains("\"grid\"");
      serving.terminate();
      assertThat(stream.ask(2)).contains("\"grid\"");
      assertThat(stream.finish()).isEqualTo("0");
      assertThat(serving.status()).isEqualTo(TERMINATED);
      assertThat(serving.rest()).noneMatch(line -> line.contains("Exception"));
    }
    assertThat(folder.toFile().list())
        .as("the log is written back")
        .contains("city.gpkg", "city.gpkg-lock")
        .isSubsetOf("city.gpkg", "city.gpkg-lock", "city.beats.gwl", "city.search");
  }

  @Test
  void aNewPathBecomesAnEmptyStore() throws Exception {
    try (CommandProcess serving =
        CommandProcess.start(folder, "serve", "--store", "new.gpkg", "--port", "0")) {
      assertThat(serving.line()).contains("Made a new, empty store", "new.gpkg");
      assertThat(serving.line()).contains("Serving at http://127.0.0.1:");
    }
    CommandRun status = CommandRun.of(folder, Map.of(), "status", "--store", "new.gpkg");
    assertThat(status.status()).isZero();
  }

  @Test
  void aServerThatDoesNotBeginLeavesNoStoreThatWasNotThere() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              folder,
              Map.of(),
              "serve",
              "--store",
              "new.gpkg",
              "--port",
              String.valueOf(taken.getLocalPort()));
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains(String.valueOf(taken.getLocalPort()));
    }
    assertThat(folder).isEmptyDirectory();
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
}
