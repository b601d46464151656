package org.gridwright.api.cli;

import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.data.intake.DayOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which number of a date is the day. */
final class DayOrderOptions {

  @Option(names = "--day-first")
  private boolean dayFirst;

  @Option(names = "--month-first")
  private boolean monthFirst;

  /** Null where it was not said. */
  @Nullable DayOrder order() {
    if (dayFirst && monthFirst) {
      throw CliException.usage("import.day-or-month-first");
    }
    return dayFirst ? DayOrder.DAY_FIRST : monthFirst ? DayOrder.MONTH_FIRST : null;
  }
}
