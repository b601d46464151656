package org.gridwright.api.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The world a command runs in.
 *
 * @param in standard input
 * @param out standard output, for results; writing to it may fail like any file
 * @param err standard error, for people
 * @param environment environment variables
 * @param directory what relative paths are relative to; the empty path for the process's own
 * @param interactive whether a person watches standard error on a terminal
 */
public record Console(
    InputStream in,
    OutputStream out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory,
    boolean interactive) {

  public Console {
    environment = Map.copyOf(environment);
  }

  /** The console of this process. */
  public static Console ofProcess() {
    return new Console(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
        System.getenv(),
        Path.of(""),
        ErrorTerminal.present());
  }

  /** The path as the command should open it: relative paths are relative to the directory. */
  public Path resolve(String path) {
    return directory.resolve(path);
  }

  /** An environment variable, or {@code otherwise} where it is not set or empty. */
  public String variable(String name, String otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }
}
