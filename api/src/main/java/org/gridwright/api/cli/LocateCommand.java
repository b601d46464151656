package org.gridwright.api.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.locate.LocateAnswer;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.locate.LocatedPlan;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.data.gwl.BesideKeeper;
import org.gridwright.data.gwl.PlansInFile;
import org.gridwright.data.snapshot.OfficerLookup;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whose grid is this point in? */
@Command(name = "locate")
final class LocateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "LON", index = "0")
  private double lon;

  @Parameters(paramLabel = "LAT", index = "1")
  private double lat;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--zones", paramLabel = "FILE")
  private @Nullable Path zones;

  LocateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LatticePoint point = LatticePoint.ofDegrees(lon, lat);
    if (zones != null) {
      return inFile(zones, point);
    }
    if (!besideStore(point)) {
      inStore(point);
    }
    return ExitStatus.DONE;
  }

  /** Asks the file of plans beside the store; false where there is none for the plan as it is. */
  private boolean besideStore(LatticePoint point) {
    return BesideStore.ask(
            session,
            theme,
            at,
            (store, plan) -> {
              tell(plan, LocateAnswer.of(plan, point, store::officers, PlanChoice.day(at)));
              return plan;
            })
        .isPresent();
  }

  /** Asks the store, and has the next one find the plan beside it. */
  private void inStore(LatticePoint point) {
    try (Store store = session.openStore()) {
      String edition = store.rows().planVersion();
      PlanSnapshot plan = PlanChoice.snapshot(store, theme, at, session.quiet());
      tell(plan, LocateAnswer.of(plan, point, store.roster()::of, PlanChoice.day(at)));
      if (at == null && plan.locator() instanceof PackedLocator locator) {
        BesideKeeper.keep(store, edition, plan.info(), plan.stored(), locator);
      }
    }
  }

  /** Asks a file of plans, which knows no officers. */
  private int inFile(Path file, LatticePoint point) {
    if (theme != null) {
      throw CliException.usage("assign.plans-say-all", "--theme");
    }
    try (PlansInFile plans = PlansInFile.open(file)) {
      plans.ask(
          asked -> {
            LocatedPlan plan = PlansFile.plan(asked, at);
            OfficerLookup nobody = (of, grid, day) -> List.of();
            tell(plan, LocateAnswer.of(plan, point, nobody, PlanChoice.day(at)));
            return plan;
          });
    }
    return ExitStatus.DONE;
  }

  private void tell(LocatedPlan plan, LocateAnswer answer) {
    if (session.options().json()) {
      session.printJson(answer);
    } else {
      print(plan, answer);
    }
  }

  private void print(LocatedPlan plan, LocateAnswer answer) {
    answer
        .path()
        .forEach(
            step -> line(step.level(), codeAndName(step.code(), named(step.names(), step.name()))));
    if (answer.grid() == null) {
      line(plan.theme().gridLevel().name(), session.say("locate.nobody"));
    }
    if (!answer.contested().isEmpty()) {
      line(session.say("locate.contested"), String.join(", ", answer.contested()));
    }
    line(session.say("locate.on-boundary"), session.say(answer.onBoundary() ? "yes" : "no"));
    Optional.ofNullable(answer.runnerUp())
        .ifPresent(
            other ->
                line(
                    session.say("locate.runner-up"),
                    session.say(
                        "locate.at-distance",
                        codeAndName(other.code(), named(other.names(), other.name())),
                        other.distanceMetres())));
    answer
        .officers()
        .forEach(
            officer ->
                line(
                    session.say("locate.officer"),
                    String.join(
                        ", ",
                        officer.contact() == null
                            ? List.of(officer.name(), officer.role())
                            : List.of(officer.name(), officer.role(), officer.contact()))));
    line(
        session.say("locate.plan"),
        session.say(
            "locate.plan-of",
            answer.theme(),
            plan.revision(),
            String.valueOf(plan.effectiveFrom())));
  }

  private void line(String label, String value) {
    session.printPair(label, value);
  }

  /** The name in the session's language where the plan has one. */
  private String named(Map<String, String> names, String name) {
    return names.getOrDefault(session.locale().getLanguage(), name);
  }

  private static String codeAndName(String code, String name) {
    return code.equals(name) ? code : code + "  " + name;
  }
}
