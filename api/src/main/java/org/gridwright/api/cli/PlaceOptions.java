package org.gridwright.api.cli;

import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.data.intake.PointFields;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say where a record's place stands. */
final class PlaceOptions {

  @Option(names = "--lon", paramLabel = "FIELD")
  private @Nullable String lon;

  @Option(names = "--lat", paramLabel = "FIELD")
  private @Nullable String lat;

  /** The two fields, or the feature's own point where neither is named. */
  PointFields fields() {
    if ((lon == null) != (lat == null)) {
      throw CliException.usage("import.lon-and-lat");
    }
    return lon == null ? PointFields.GEOMETRY : new PointFields(lon, lat);
  }
}
