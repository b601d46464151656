package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.work.Progress;
import org.gridwright.data.compare.ComparedPlan;
import org.gridwright.data.compare.ComparedPlan.Kind;
import org.gridwright.data.compare.PlanReference;
import org.gridwright.data.facts.StoreFacts;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison as the command line names it: a stored plan, {@code plan:3} or {@code
 * draft:7}, or a boundary file.
 */
record ComparedSource(String text, Optional<PlanReference> reference) {

  static ComparedSource of(String text) {
    return new ComparedSource(text, PlanReference.parse(text));
  }

  boolean isFile() {
    return reference.isEmpty();
  }

  ComparedPlan ofStore(Store store, Progress progress) {
    PlanReference named = reference.orElseThrow();
    PlanInfo info =
        store
            .plans()
            .find(named.id())
            .orElseThrow(() -> CliException.failed("check.no-such-plan", named.id()));
    Kind kind = info.status() == PlanInfo.Status.DRAFT ? Kind.DRAFT : Kind.PLAN;
    Plan plan = new StoreFacts(store).told(store.plans().load(info.id(), progress));
    return of(kind, info.id(), plan, progress);
  }

  Path file(Session session) {
    return session.console().resolve(text);
  }

  /** Reads the file. */
  ComparedPlan ofFile(Session session, @Nullable String codeField, ReadingOptions reading) {
    if (codeField == null) {
      throw CliException.usage("compare.file-needs-code", text);
    }
    Path path = file(session);
    return of(
        Kind.FILE,
        0,
        ZonesFile.read(
            session,
            path,
            codeField,
            ZoneOptions.SameCode.MERGE,
            reading.reading(),
            reading.datum()),
        session.quiet());
  }

  /** A plan, whose locator is built where it is asked for. */
  static ComparedPlan of(Kind kind, long id, Plan plan, Progress progress) {
    return new ComparedPlan(kind, id, plan, () -> PackedLocator.of(plan, progress));
  }
}
