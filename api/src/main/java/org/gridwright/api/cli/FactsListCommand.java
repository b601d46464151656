package org.gridwright.api.cli;

import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what the attributes of a theme's grids are. */
@Command(name = "list")
final class FactsListCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  FactsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Store store = session.openStore()) {
      Theme chosen = PlanChoice.theme(store, theme);
      new FactsReport(session, chosen.id())
          .print(PlanChoice.present(store, chosen), store.facts().schema(chosen.id()));
    }
    return ExitStatus.DONE;
  }
}
