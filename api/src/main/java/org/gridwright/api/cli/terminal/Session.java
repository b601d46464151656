package org.gridwright.api.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.gridwright.core.message.Message;

/**
 * One run of one command: its console, its language and the options that every command has. Used by
 * one thread, except {@link #note}, which any thread may call.
 */
public final class Session {

  private final Console console;
  private final Locale locale;
  private final GlobalOptions options = new GlobalOptions();

  public Session(Console console, Locale locale) {
    this.console = console;
    this.locale = locale;
  }

  public Console console() {
    return console;
  }

  public Locale locale() {
    return locale;
  }

  public GlobalOptions options() {
    return options;
  }

  /** The sentence in the reader's language. */
  public String say(Message message) {
    return message.in(locale);
  }

  /** A sentence of the command line in the reader's language. */
  public String say(String key, Object... arguments) {
    return say(CliMessages.of(key, arguments));
  }

  /** Writes a line to standard output. */
  public void print(String line) {
    try {
      console.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a remark to standard error. */
  public void note(String line) {
    console.err().println(line);
  }

  public boolean debug() {
    return options.debug() || !console.variable("GRIDWRIGHT_DEBUG", "").isEmpty();
  }
}
