package org.gridwright.api.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.gridwright.core.work.Progress;
import org.gridwright.data.store.geopackage.GeoPackageStores;
import tools.jackson.core.JacksonException;

/**
 * Where a command writes its result: a file that appears complete or not at all, or standard
 * output, named {@code -}. A name that ends in {@code .gz} is compressed. A command that is
 * interrupted or stopped leaves neither a half file nor its own temporary one; a stream is stopped
 * whenever a buffer of it is full.
 */
public final class OutputFile {

  private static final int BUFFER = 1 << 16;

  private final Session session;
  private final String name;
  private final Path target;

  private OutputFile(Session session, String name, Path target) {
    this.session = session;
    this.name = name;
    this.target = target;
  }

  /** What goes into the file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What makes the file, for formats that are not streams. */
  @FunctionalInterface
  public interface Making {
    void make(Path file) throws IOException;
  }

  /**
   * Checks, before any work is done, that the file could be written.
   *
   * @param name as given on the command line
   * @param inputs files that the command reads and must not overwrite
   * @throws CliException when it is one of the inputs, a folder, or its folder does not exist
   */
  public static OutputFile of(Session session, String name, Collection<Path> inputs) {
    Path path = session.console().resolve(name);
    OutputFile file = new OutputFile(session, name, path);
    if (!file.isStandardOutput()) {
      file.requireWritable(inputs);
    }
    return file;
  }

  /** The name as given. */
  public String name() {
    return name;
  }

  public boolean isStandardOutput() {
    return name.equals("-");
  }

  /** Whether a table goes there as CSV, as it does to standard output. */
  public boolean isCsv() {
    return isStandardOutput() || format().equals("csv");
  }

  /**
   * The ending that names the format, lower case and without {@code .gz}, such as {@code csv};
   * empty where there is none.
   */
  public String format() {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return plain.substring(plain.lastIndexOf('.') + 1).equals(plain)
        ? ""
        : plain.substring(plain.lastIndexOf('.') + 1);
  }

  /**
   * Checks that a GeoPackage can be written by {@link #make}, and that no store is lost by it.
   *
   * @throws CliException when it is standard output, compressed, no ordinary file, or a store
   */
  public void requireGeoPackage() {
    boolean special = Files.exists(target) && !Files.isRegularFile(target);
    if (isStandardOutput() || name.endsWith(".gz") || special) {
      throw CliException.usage("output.not-a-stream", name);
    }
    if (GeoPackageStores.isStore(target)) {
      throw CliException.failed("output.is-store", name);
    }
  }

  /** Makes a file beside the goal and moves it into place; see {@link #requireGeoPackage}. */
  public void make(Making making) throws IOException {
    place(() -> besideAndMove(making));
  }

  /** Writes the content and moves it into place. */
  public void write(Content content) throws IOException {
    if (isStandardOutput()) {
      content.writeTo(new StoppableStream(session.console().out(), session));
    } else if (Files.exists(target) && !Files.isRegularFile(target)) {
      place(() -> writeTo(target, content));
    } else {
      place(() -> besideAndMove(part -> writeTo(part, content)));
    }
  }

  @FunctionalInterface
  private interface Placing {
    void run() throws IOException;
  }

  private void place(Placing placing) throws IOException {
    try {
      placing.run();
    } catch (FileSystemException e) {
      throw e;
    } catch (UncheckedIOException | JacksonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw named(cause);
      }
      throw e;
    } catch (IOException e) {
      throw named(e);
    }
  }

  private void besideAndMove(Making making) throws IOException {
    Path goal = Files.exists(target) ? target.toRealPath() : target;
    Path part =
        goal.resolveSibling(
            "." + goal.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    part.toFile().deleteOnExit();
    try {
      making.make(part);
      Files.move(part, goal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void writeTo(Path file, Content content) throws IOException {
    try (FileOutputStream raw = new FileOutputStream(file.toFile())) {
      OutputStream out = new BufferedOutputStream(new StoppableStream(raw, session), BUFFER);
      if (name.endsWith(".gz")) {
        GZIPOutputStream packed = new GZIPOutputStream(out, BUFFER);
        content.writeTo(packed);
        packed.finish();
      } else {
        content.writeTo(out);
      }
      out.flush();
      if (Files.isRegularFile(file)) {
        raw.getFD().sync();
      }
    }
  }

  private void requireWritable(Collection<Path> inputs) {
    if (Files.isDirectory(target)) {
      throw CliException.failed("output.is-folder", name);
    }
    Path folder = target.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw CliException.failed("output.no-folder", name, folder);
    }
    for (Path input : inputs) {
      if (isSame(input)) {
        throw CliException.usage("output.is-input", name);
      }
    }
  }

  private boolean isSame(Path input) {
    try {
      return Files.exists(target) && Files.exists(input) && Files.isSameFile(target, input);
    } catch (IOException unknown) {
      return target.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize());
    }
  }

  /** Comes to a checkpoint of the command at each piece that is written. */
  private static final class StoppableStream extends FilterOutputStream {

    private final Progress progress;

    StoppableStream(OutputStream out, Session session) {
      super(out);
      this.progress = session.quiet();
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      progress.checkpoint();
      out.write(bytes, from, length);
    }
  }

  private IOException named(IOException e) {
    if ("Broken pipe".equals(e.getMessage())) {
      return e;
    }
    FileSystemException named =
        e.getMessage() != null && e.getMessage().contains("Permission denied")
            ? new AccessDeniedException(name)
            : new FileSystemException(name, null, e.getMessage());
    named.initCause(e);
    return named;
  }
}
