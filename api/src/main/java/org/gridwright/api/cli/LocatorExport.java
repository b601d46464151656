package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.gwl.GwlWriter;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.gwl.PlansInFile;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Writes plans of a theme with their locators into a file of plans: the one in force on a day, or
 * all that are in force on some day of a period.
 *
 * @param at the day; null for today, and where there is a period
 * @param from first day of the period; null where it is open
 * @param to last day of the period, inclusive; null where it is open
 */
record LocatorExport(@Nullable LocalDate at, @Nullable LocalDate from, @Nullable LocalDate to) {

  LocatorExport {
    if (at != null && (from != null || to != null)) {
      throw CliException.usage("export.day-or-period");
    }
  }

  /** The plans to be written, by the day from which they are in force. */
  List<PlanInfo> plans(Store store, Theme theme) {
    if (from == null && to == null) {
      return List.of(PlanChoice.inForce(store, theme, at));
    }
    List<PlanInfo> plans =
        store.plans().list(theme.id()).stream()
            .filter(plan -> plan.status() == PlanInfo.Status.PUBLISHED && isWithin(plan))
            .toList();
    if (plans.isEmpty()) {
      throw CliException.failed("export.no-plan-in-period", theme.id());
    }
    return plans;
  }

  /** Writes plans; one at a time is in memory. */
  void write(Store store, List<PlanInfo> plans, OutputStream out, Session session)
      throws IOException {
    GwlWriter writer = PlansInFile.writer(out);
    Progress progress = session.quiet();
    for (PlanInfo info : plans) {
      Plan plan = store.plans().load(info.id(), progress);
      writer.add(PlansInFile.content(info, plan, PackedLocator.of(plan, progress)));
    }
    writer.finish();
  }

  private boolean isWithin(PlanInfo plan) {
    LocalDate first = plan.effectiveFrom();
    LocalDate end = plan.effectiveTo();
    if (first == null || first.equals(end)) {
      return false;
    }
    return (to == null || !first.isAfter(to))
        && (from == null || end == null || from.isBefore(end));
  }
}
