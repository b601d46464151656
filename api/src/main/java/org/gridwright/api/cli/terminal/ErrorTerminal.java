package org.gridwright.api.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What is known about the terminal behind standard error. {@link System#console()} does not tell
 * before Java 22: it is about standard input and output.
 */
final class ErrorTerminal {

  private static final int USUAL_COLUMNS = 80;

  private ErrorTerminal() {}

  /** Whether standard error is a terminal; where the system does not say, whether there is one. */
  @SuppressWarnings("SystemConsoleNull") // a guess is enough where the system does not say
  static boolean present() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException notLinux) {
      return System.console() != null;
    }
  }

  /** Columns of the controlling terminal, at least 40; 80 where it does not say. */
  static int columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!stty.waitFor(1, TimeUnit.SECONDS) || stty.exitValue() != 0) {
        return USUAL_COLUMNS;
      }
      String[] rowsColumns = answer.strip().split(" ", 2);
      int columns = Integer.parseInt(rowsColumns[1]);
      return columns == 0 ? USUAL_COLUMNS : Math.max(40, columns);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
      return USUAL_COLUMNS;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return USUAL_COLUMNS;
    }
  }
}
