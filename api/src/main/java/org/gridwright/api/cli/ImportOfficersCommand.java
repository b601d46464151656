package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.plan.Unit;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.intake.RosterFile;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a roster of officers into the store. */
@Command(name = "officers")
final class ImportOfficersCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0")
  private @Nullable Path file;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Mixin private final TextReadingOptions text = new TextReadingOptions();

  ImportOfficersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path input = Objects.requireNonNull(file);
    return session.changeStore(store -> run(store, input));
  }

  private Integer run(Store store, Path input) {
    Theme chosen = PlanChoice.theme(store, theme);
    Set<String> grids =
        PlanChoice.plan(store, chosen.id(), null, session.quiet()).grids().stream()
            .map(Unit::code)
            .collect(Collectors.toSet());
    PointReport report = RosterFile.read(input, text.text(), chosen.id(), grids, store);
    PointReports.tell(session, "import.officers-done", report);
    return ExitStatus.DONE;
  }
}
