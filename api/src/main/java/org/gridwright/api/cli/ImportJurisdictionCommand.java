package org.gridwright.api.cli;

import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings in the ground that a theme must cover. */
@Command(name = "jurisdiction")
final class ImportJurisdictionCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final OfficialOptions options = new OfficialOptions();

  ImportJurisdictionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.run(
        session,
        "import.jurisdiction-done",
        (into, input, theme, progress) -> into.jurisdiction(input, theme, progress));
  }
}
