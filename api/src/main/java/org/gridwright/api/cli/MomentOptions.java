package org.gridwright.api.cli;

import java.time.ZoneId;
import org.gridwright.data.intake.IncidentTimes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say how the moments of a file are written. */
final class MomentOptions {

  @Option(names = "--time-zone", paramLabel = "ZONE")
  private @Nullable ZoneId timeZone;

  @Mixin private final DayOrderOptions days = new DayOrderOptions();

  /** How they are read. */
  IncidentTimes times() {
    return new IncidentTimes(timeZone, days.order());
  }
}
