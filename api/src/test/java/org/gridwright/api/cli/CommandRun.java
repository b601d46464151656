package org.gridwright.api.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.gridwright.api.cli.terminal.Console;

/** What one command line answered, run in this process. */
public record CommandRun(int status, String out, String err) {

  /** Runs a command line in a folder, seen by nobody on a terminal. */
  public static CommandRun of(
      Path directory, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            out,
            new PrintWriter(err, true),
            environment,
            directory,
            false);
    int status = Main.run(console, arguments);
    return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString());
  }
}
