package org.gridwright.data.hotspot;

import java.nio.file.Path;
import org.gridwright.crs.Datum;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.intake.IncidentTimes;
import org.gridwright.data.intake.PointFields;

/**
 * A file of places or incidents, and how it is read.
 *
 * @param planar whether its coordinates are metres in a plane
 * @param place where a record's place stands
 * @param times how its times are read
 */
public record HotspotFile(
    Path path,
    ReadOptions reading,
    Datum datum,
    boolean planar,
    PointFields place,
    IncidentTimes times) {

  /** The name of the file. */
  String name() {
    return String.valueOf(path.getFileName());
  }
}
