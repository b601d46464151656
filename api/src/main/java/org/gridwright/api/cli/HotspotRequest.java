package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.hotspot.FilePlaces;
import org.gridwright.data.hotspot.HotspotFile;
import org.gridwright.data.hotspot.PlaceColumns;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of question of {@code hotspots} is asked with.
 *
 * @param file the places or incidents; null for those of the store
 * @param code field of the code; null where it is not said
 * @param value field of the number that is looked at; null where it is not said
 * @param atRisk field of what it is compared with; null for none
 * @param time field of the day or moment, or of the number of a step; null where it is not said
 * @param step how long a step of time is; null where it is not said
 * @param moments how the moments of a file are written
 * @param place fields of an incident's point
 * @param weights who is a neighbour of whom
 * @param draws how often, and from which seed, chance is drawn
 * @param significance at which a claim is made
 * @param planar whether coordinates are metres in a plane
 * @param store which of the store's incidents are meant, by which units
 * @param output where the result goes; null where only the report is wanted
 * @param csv how a CSV is written
 * @param explain whether it is said in one paragraph what the result claims
 */
record HotspotRequest(
    Session session,
    @Nullable Path file,
    @Nullable String code,
    @Nullable String value,
    @Nullable String atRisk,
    @Nullable String time,
    @Nullable String step,
    MomentOptions moments,
    PlaceOptions place,
    HotspotWeightsOptions weights,
    HotspotDrawOptions draws,
    double significance,
    boolean planar,
    StoreHotspots store,
    ReadingOptions reading,
    @Nullable String output,
    CsvOutput csv,
    boolean explain) {

  /** Whether something is said that only a file has. */
  boolean isOfFile() {
    return file != null
        || code != null
        || value != null
        || atRisk != null
        || time != null
        || planar;
  }

  /**
   * At which a claim is made.
   *
   * @throws CliException when it is no chance between 0 and 1
   */
  double level() {
    if (!(significance > 0 && significance < 1)) {
      throw CliException.usage("hotspots.significance", significance);
    }
    return significance;
  }

  /** How the file is read, of which there is one. */
  HotspotFile hotspotFile() {
    return new HotspotFile(
        Objects.requireNonNull(file),
        reading.reading(),
        reading.datum(),
        planar,
        place.fields(),
        moments.times());
  }

  /** Tells how a file was read. */
  void tell(Message note) {
    session.note(session.say(note));
  }

  /** The places of the file with their values; code and value have to be said. */
  FilePlaces places(Progress progress) {
    return FilePlaces.read(
        Objects.requireNonNull(file),
        new PlaceColumns(Objects.requireNonNull(code), Objects.requireNonNull(value), atRisk),
        reading.reading(),
        reading.datum(),
        planar,
        this::tell,
        progress);
  }

  /**
   * A file for places, CSV or GeoJSON.
   *
   * @param inputs what must not be written over
   * @throws CliException when its name tells neither, or would put metres into a GeoJSON
   */
  OutputFile outputFile(String name, Collection<Path> inputs) {
    OutputFile to = OutputFile.of(session, name, inputs);
    if (!to.isStandardOutput() && !List.of("csv", "geojson", "json").contains(to.format())) {
      throw CliException.usage("hotspots.which-format", name);
    }
    if (planar && !to.isStandardOutput() && !to.format().equals("csv")) {
      throw CliException.usage("hotspots.planar-csv", name);
    }
    return to;
  }
}
