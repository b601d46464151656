package org.gridwright.api.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.fact.FactChange;
import org.gridwright.core.fact.FactSchema;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Declares what attributes of a theme's grids are, or takes that back. */
@Command(name = "set")
final class FactsSetCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Parameters(paramLabel = "ATTRIBUTE=KIND[:WEIGHT]", index = "0..*", arity = "1..*")
  private List<String> facts = List.of();

  FactsSetCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<FactChange> changes = facts.stream().map(FactWords::changed).toList();
    try (Store store = session.openStore()) {
      Theme chosen = PlanChoice.theme(store, theme);
      FactSchema schema = store.transaction(open -> set(open, chosen, changes));
      Plan plan = PlanChoice.present(store, chosen);
      FactsReport report = new FactsReport(session, chosen.id());
      report.warnings(plan, changes).forEach(session::note);
      report.print(plan, schema);
    }
    return ExitStatus.DONE;
  }

  private static FactSchema set(Store store, Theme theme, List<FactChange> changes) {
    FactSchema schema = store.facts().schema(theme.id()).changed(changes);
    store.facts().setSchema(theme.id(), schema);
    return schema;
  }
}
