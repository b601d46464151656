package org.gridwright.api.cli;

import java.time.ZoneId;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.data.intake.DayOrder;
import org.gridwright.data.intake.IncidentTimes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how times of a file are read; the order of day and month is found otherwise. */
final class TimeReadingOptions {

  @Option(names = "--time-zone", paramLabel = "ZONE")
  private @Nullable ZoneId timeZone;

  @Option(names = "--day-first")
  private boolean dayFirst;

  @Option(names = "--month-first")
  private boolean monthFirst;

  IncidentTimes times() {
    return new IncidentTimes(timeZone, dayOrder());
  }

  private @Nullable DayOrder dayOrder() {
    if (dayFirst && monthFirst) {
      throw CliException.usage("import.day-or-month-first");
    }
    return dayFirst ? DayOrder.DAY_FIRST : monthFirst ? DayOrder.MONTH_FIRST : null;
  }
}
