package org.gridwright.api.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gridwright.api.http.Json;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.Store;
import org.gridwright.data.store.StoreGlance;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of one command: its console, its language and the options that every command has. Used by
 * one thread, except {@link #note}, which any thread may call.
 */
public final class Session {

  private static final int LABEL_COLUMNS = 16;
  private static final JsonMapper JSON =
      Json.MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Console console;
  private final Locale locale;
  private final GlobalOptions options = new GlobalOptions();
  private final CommandWork work = new CommandWork();

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

  /** Runs the command, and stops it. */
  public CommandWork work() {
    return work;
  }

  /** Stops when the command is to stop, and tells a listener how far it is. */
  public Progress progress(Progress.Listener listener) {
    return Progress.of(work.checkpoint(), listener);
  }

  /** Stops when the command is to stop, and tells nobody. */
  public Progress quiet() {
    return progress(Progress.Listener.NOBODY);
  }

  /** The sentence in the reader's language. */
  public String say(Message message) {
    return message.in(locale);
  }

  /** A sentence of the command line in the reader's language. */
  public String say(String key, Object... arguments) {
    return say(CliMessages.of(key, arguments));
  }

  /** Opens the store, which must be there; the caller closes it. */
  public Store openStore() {
    return StoreAddress.of(this).openExisting();
  }

  /** A glance at the store, which the caller closes; empty where it has to be opened. */
  public Optional<StoreGlance> glance() {
    return StoreAddress.of(this).glance();
  }

  /**
   * Runs work on the store, making it where it is not there; a store file that was made for it goes
   * again when the work fails.
   */
  public <R> R changeStore(Function<Store, R> work) {
    return StoreAddress.of(this).change(work);
  }

  /**
   * Begins to serve the store, making it where it is not there, which is said; a store file that
   * was made for it goes again when the work does not begin. The caller closes what is given.
   *
   * @param making whether a store that is not there is made; else it is refused
   */
  public <W> BegunWork<W> beginServing(
      boolean readOnly, boolean making, Function<Store, W> work, Consumer<W> end) {
    StoreAddress address = StoreAddress.of(this);
    boolean made = making && address.isNewFile();
    if (made) {
      address.make();
    }
    BegunWork<W> begun = address.beginServing(readOnly, made, work, end);
    if (made) {
      note(say("store.made", begun.store().description()));
    }
    return begun;
  }

  /** Writes a line to standard output. */
  public void print(String line) {
    try {
      console.out().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a value to standard output as indented JSON. */
  public void printJson(Object value) {
    print(JSON.writeValueAsString(value));
  }

  /** Writes a value to a stream as indented JSON; leaves it open. */
  public void writeJson(Object value, OutputStream out) throws IOException {
    out.write((JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a label and its value to standard output, values of consecutive calls aligned. */
  public void printPair(String label, Object value) {
    print(label + " ".repeat(Math.max(2, LABEL_COLUMNS - columns(label))) + value);
  }

  /** Writes rows of equally many texts to standard output, aligned below each other. */
  public void printTable(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], columns(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(2 + widths[i] - columns(row.get(i))));
      }
      print(line.toString().stripTrailing());
    }
  }

  /** Columns that a text takes on a terminal: ideographs and full-width signs take two. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c >= 0x2e80 && c <= 0xffe6 ? 2 : 1).sum();
  }

  /** Writes a remark to standard error. */
  public void note(String line) {
    console.err().println(line);
  }

  public boolean debug() {
    return options.debug() || !console.variable("GRIDWRIGHT_DEBUG", "").isEmpty();
  }
}
