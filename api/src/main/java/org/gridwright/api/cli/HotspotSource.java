package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.FigureSheet;
import org.gridwright.data.hotspot.FileIncident;
import org.gridwright.data.hotspot.IncidentFields;
import org.gridwright.data.hotspot.IncidentFile;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;

/** What questions about time are asked of, a file or the store, and where their answers go. */
final class HotspotSource {

  private final HotspotRequest asked;
  private final List<Path> inputs = new ArrayList<>();

  /**
   * @throws CliException when fields of a file and incidents of the store are mixed
   */
  HotspotSource(HotspotRequest asked) {
    this.asked = asked;
    boolean ofFile = asked.isOfFile() || !asked.place().fields().equals(PointFields.GEOMETRY);
    if (asked.file() == null ? ofFile : asked.store().isMeantBesideDays()) {
      throw CliException.usage("hotspots.file-or-incidents");
    }
    alsoReads(asked.file());
  }

  /** Says that a file is read, so that nothing is written over it; null for none. */
  void alsoReads(@Nullable Path input) {
    if (input != null) {
      inputs.add(input);
    }
  }

  boolean isFile() {
    return asked.file() != null;
  }

  Path file() {
    return Objects.requireNonNull(asked.file());
  }

  /**
   * The incidents of the file.
   *
   * @param value field of how many a record stands for; null where each is one
   * @throws CliException when it is not said when they were
   */
  IncidentFile incidents(@Nullable String value) {
    if (asked.time() == null) {
      throw CliException.usage("hotspots.needs-time");
    }
    return new IncidentFile(
        file(),
        new IncidentFields(
            asked.code(),
            value,
            asked.place().fields(),
            Arrays.stream(asked.time().split(",")).map(String::strip).toList()),
        asked.reading().reading(),
        asked.reading().datum(),
        asked.planar(),
        asked.moments().times());
  }

  /** Hands over the incidents of the file, and tells how it was read. */
  void each(Progress progress, Consumer<FileIncident> each) {
    Session session = asked.session();
    incidents(null).each(note -> session.note(session.say(note)), progress, each);
  }

  /**
   * Where the answer goes; null where only the report is wanted.
   *
   * @param map whether it can be a GeoJSON
   */
  @Nullable OutputFile output(boolean map) {
    String name = asked.output();
    if (name == null) {
      return null;
    }
    return map ? asked.outputFile(name, inputs) : table(name);
  }

  /**
   * A further table, always a CSV; null where none is asked for.
   *
   * @throws CliException when it would take the place of the answer
   */
  @Nullable OutputFile further(@Nullable String name) {
    if (name == null) {
      return null;
    }
    if (asked.output() != null && resolved(name).equals(resolved(asked.output()))) {
      throw CliException.usage("hotspots.same-output", name);
    }
    return table(name);
  }

  private Path resolved(String name) {
    return asked.session().console().resolve(name).toAbsolutePath().normalize();
  }

  private OutputFile table(String name) {
    OutputFile to = OutputFile.of(asked.session(), name, inputs);
    if (!to.isStandardOutput() && !to.format().equals("csv")) {
      throw CliException.usage("hotspots.csv-only", name);
    }
    return to;
  }

  /** Writes figures where they are to go, if anywhere. */
  void write(FigureSheet sheet, @Nullable OutputFile to) throws IOException {
    if (to == null) {
      return;
    }
    to.write(
        out -> {
          if (to.isCsv()) {
            sheet.writeCsv(out, asked.csv());
          } else {
            sheet.writeGeoJson(out);
          }
        });
  }

  /** Whether a report can be printed: not where standard output is the table's. */
  static boolean isReported(@Nullable OutputFile... outputs) {
    return Arrays.stream(outputs).noneMatch(it -> it != null && it.isStandardOutput());
  }
}
