package org.gridwright.api.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.model.PlanInfo;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import picocli.CommandLine.Command;

/** What the store holds. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

  private final Session session;

  StatusCommand(Session session) {
    this.session = session;
  }

  private record Status(String store, long addresses, long incidents, List<ThemeStatus> themes) {}

  private record ThemeStatus(
      String id, String title, String codeScheme, List<String> levels, List<PlanStatus> plans) {}

  private record PlanStatus(PlanInfo plan, List<Long> units) {}

  @Override
  public Integer call() {
    Status status;
    try (Store store = session.openStore()) {
      status =
          new Status(
              store.description(),
              store.addresses().count(),
              store.incidents().count(IncidentStore.Query.ALL),
              store.themes().all().stream().map(theme -> of(store, theme)).toList());
    }
    if (session.options().json()) {
      session.printJson(status);
    } else {
      print(status);
    }
    return ExitStatus.DONE;
  }

  private static ThemeStatus of(Store store, Theme theme) {
    return new ThemeStatus(
        theme.id(),
        theme.title(),
        theme.codes().id(),
        theme.levels().stream().map(Level::name).toList(),
        store.plans().list(theme.id()).stream()
            .map(
                plan ->
                    new PlanStatus(
                        plan,
                        theme.levels().stream()
                            .map(level -> store.plans().count(plan.id(), level.depth()))
                            .toList()))
            .toList());
  }

  private void print(Status status) {
    session.printPair(session.say("status.store"), status.store());
    session.printPair(session.say("status.addresses"), status.addresses());
    session.printPair(session.say("status.incidents"), status.incidents());
    for (ThemeStatus theme : status.themes()) {
      session.printPair(
          session.say("status.theme"), theme.id() + "  " + String.join(" > ", theme.levels()));
      for (PlanStatus each : theme.plans()) {
        session.printPair("  " + session.say("status.plan", each.plan().id()), describe(each));
      }
    }
  }

  private String describe(PlanStatus each) {
    PlanInfo plan = each.plan();
    String units = each.units().stream().map(String::valueOf).collect(Collectors.joining(" > "));
    String state =
        plan.status() == PlanInfo.Status.DRAFT
            ? session.say("status.draft")
            : session.say(
                "status.in-force",
                String.valueOf(plan.effectiveFrom()),
                Optional.ofNullable(plan.effectiveTo()).map(String::valueOf).orElse("…"));
    String accepted =
        plan.acceptance().map(reason -> session.say("status.accepted", reason)).orElse("");
    return session.say("status.units", state, units) + accepted;
  }
}
