package org.gridwright.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gridwright.api.cli.Main;

/** Processes of the virtual machine and the classes that this one runs with. */
final class BenchProcess {

  private BenchProcess() {}

  /**
   * A process that ended well.
   *
   * @param seconds from its start to its end
   * @param said all that it wrote
   */
  record Ended(double seconds, String said) {}

  /** Runs a command of the command line. */
  static Ended gridwright(String heap, String... arguments)
      throws IOException, InterruptedException {
    return run(heap, Main.class.getName(), arguments);
  }

  /**
   * Runs a program to its end.
   *
   * @param heap most heap, such as {@code 2g}
   * @param main name of its class
   * @throws IOException when it ends with another status than 0; says what it said
   */
  static Ended run(String heap, String main, String... arguments)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start(heap, main, arguments);
    String said;
    try (InputStream out = process.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    int status = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IOException(
          main + " " + List.of(arguments) + " ended with " + status + "\n" + said);
    }
    return new Ended(seconds, said);
  }

  static Process start(String heap, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heap);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
