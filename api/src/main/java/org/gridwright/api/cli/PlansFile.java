package org.gridwright.api.cli;

import java.time.LocalDate;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.core.gwl.GwlDays;
import org.gridwright.core.gwl.GwlFile;
import org.gridwright.core.gwl.GwlPlan;
import org.jspecify.annotations.Nullable;

/** Finds the plan of a file of plans that a command line means. */
final class PlansFile {

  private PlansFile() {}

  /** The plan in force on a day; where none is named the only one, else today's. */
  static GwlPlan plan(GwlFile file, @Nullable LocalDate at) {
    if (at == null && file.plans().size() == 1) {
      return file.plans().get(0);
    }
    LocalDate day = PlanChoice.day(at);
    return file.inForce(day).orElseThrow(() -> none(file, day));
  }

  private static CliException none(GwlFile file, LocalDate day) {
    GwlDays first = file.plans().get(0).days();
    GwlDays last = file.plans().get(file.plans().size() - 1).days();
    return CliException.failed("plans.none-in-force", day, said(first.from()), said(last.to()));
  }

  private static String said(@Nullable LocalDate day) {
    return day == null ? "…" : day.toString();
  }
}
