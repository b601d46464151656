package org.gridwright.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gridwright.core.JavaProcess;

/** A command line in a process of its own, for what only a process can do: be stopped. */
final class CommandProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;

  private CommandProcess(Process process) {
    this.process = process;
    this.said = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a command in a folder; both of its outputs are read as one. */
  static CommandProcess start(Path folder, String... arguments) {
    return start(folder, List.of(), arguments);
  }

  /**
   * Starts a command that an interrupt reaches even where this process was started in the
   * background and ignores it. Needs {@code env} of the GNU coreutils.
   */
  static CommandProcess startInterruptible(Path folder, String... arguments) {
    return start(folder, List.of("env", "--default-signal=INT"), arguments);
  }

  private static CommandProcess start(Path folder, List<String> prefix, String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(JavaProcess.command(Main.class.getName(), arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("GRIDWRIGHT_STORE");
    try {
      return new CommandProcess(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether {@link #terminate} lets it end by itself here. */
  boolean stopsNormally() {
    return process.supportsNormalTermination();
  }

  /** The next line it says; waits for it. */
  String line() throws IOException {
    String line = said.readLine();
    if (line == null) {
      throw new IOException("the command ended");
    }
    return line;
  }

  /** Everything else it says until it ends. */
  List<String> rest() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      lines.add(line);
    }
    return lines;
  }

  /** As {@code kill -KILL}; waits for the end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As {@code kill -TERM}. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** As Ctrl-C on a terminal. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  /** Waits for the end; returns the exit status. */
  int status() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the command does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
