package org.gridwright.data.hotspot;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.Feature;
import org.gridwright.data.exchange.FeatureReader;
import org.gridwright.data.exchange.InputException;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.Georeference;
import org.gridwright.data.intake.IncidentTimes;
import org.gridwright.data.intake.TimesOfFile;

/**
 * A file of incidents, or of how many there were when.
 *
 * @param planar whether its coordinates are metres in a plane
 * @param times how its moments are written
 */
public record IncidentFile(
    Path path,
    IncidentFields fields,
    ReadOptions reading,
    Datum datum,
    boolean planar,
    IncidentTimes times) {

  /** The name without its folder. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * Hands over the incidents in the order of the file.
   *
   * @param tell is handed what a person should know of how the file was read
   * @throws InputException when the file cannot be used
   * @throws HotspotInputException when there is none
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public void each(Consumer<Message> tell, Progress progress, Consumer<FileIncident> each) {
    try (FeatureReader reader = FeatureReader.open(path, reading)) {
      Georeference places =
          planar ? null : Georeference.of(reader, reading, datum, LatticeEnvelope.EMPTY);
      FileGround ground = new FileGround(reader, fields.place(), places);
      TimesOfFile moments = new TimesOfFile(path, reading, fields.time(), times);
      FileDays days = new FileDays(fields.time(), moments);
      FigureField value = FigureField.orNone(fields.value(), reader);
      if (!reader.hasNext()) {
        throw HotspotInputException.of("hotspot.no-records", name());
      }
      while (reader.hasNext()) {
        progress.at(reader.bytesRead(), reader.bytesTotal());
        Feature feature = reader.next();
        each.accept(new FileIncident(feature, fields, value, ground, days));
      }
      reader.notes().forEach(tell);
      moments.notes().forEach(tell);
      if (places != null) {
        places.notes().forEach(tell);
      }
    }
  }
}
