package org.gridwright.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gridwright.api.cli.terminal.Console;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.work.CancelledException;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.export.RowWriter;
import org.gridwright.data.export.Table;
import org.gridwright.data.layer.LayerRow;
import org.gridwright.data.layer.LayerSchema.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command that is stopped while it writes leaves what was there before. */
@Timeout(60)
class StoppedOutputTest {

  @TempDir Path folder;

  private final Table endless =
      new Table(
          List.of("id"),
          Shape.POINT,
          () ->
              Stream.generate(
                  () -> new LayerRow("1", Map.of("id", "1"), null, new LatticePoint(3, 4))));

  @Test
  void aNewFileDoesNotAppear() throws IOException {
    for (String name : List.of("out.csv", "out.csv.gz", "out.geojson", "out.gpkg")) {
      stoppedWriting(name);
      assertThat(folder.toFile().list()).as(name).isEmpty();
    }
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Files.writeString(folder.resolve("out.csv"), "before");
    stoppedWriting("out.csv");
    assertThat(folder.toFile().list()).containsExactly("out.csv");
    assertThat(folder.resolve("out.csv")).hasContent("before");
  }

  /** A stream that comes to no checkpoint itself is stopped as well. */
  @Test
  void bytesAreStoppedAsRowsAre() throws IOException {
    Session session = session();
    OutputFile file = OutputFile.of(session, "out.bin", List.of());
    stopped(
        session,
        () ->
            file.write(
                out -> {
                  begun(session);
                  while (true) {
                    out.write(new byte[1000]);
                  }
                }));
    assertThat(folder.toFile().list()).isEmpty();
  }

  private void stoppedWriting(String name) throws IOException {
    Session session = session();
    OutputFile file = OutputFile.of(session, name, List.of());
    stopped(
        session,
        () -> {
          if (file.format().equals("gpkg")) {
            file.make(path -> write(session, RowWriter.geoPackage(path, "points", endless)));
          } else {
            file.write(out -> write(session, format(file, out)));
          }
        });
  }

  private RowWriter format(OutputFile file, OutputStream out) {
    return file.format().equals("csv")
        ? RowWriter.csv(out, endless, CsvOutput.DEFAULT)
        : RowWriter.geoJson(out);
  }

  private void write(Session session, RowWriter to) {
    begun(session);
    endless.write(to, -1, session.quiet());
  }

  /** As whoever presses Ctrl-C. */
  private static void begun(Session session) {
    new Thread(session.work()::stop, "stop").start();
  }

  /** Something that writes. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private static void stopped(Session session, Writing writing) {
    assertThatThrownBy(
            () ->
                session
                    .work()
                    .run(
                        () -> {
                          try {
                            writing.write();
                            return 0;
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                        }))
        .isInstanceOf(CancelledException.class);
  }

  private Session session() {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(Writer.nullWriter(), true),
            Map.of(),
            folder,
            false);
    return new Session(console, Locale.ENGLISH);
  }
}
