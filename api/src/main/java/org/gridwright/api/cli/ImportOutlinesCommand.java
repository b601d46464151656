package org.gridwright.api.cli;

import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.intake.LevelFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings in official outlines of upper units, to compare plans with. */
@Command(name = "outlines")
final class ImportOutlinesCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--level", paramLabel = "LEVEL", required = true)
  private String level = "";

  @Option(names = "--code", paramLabel = "FIELD[+FIELD]", required = true)
  private String code = "";

  @Mixin private final OfficialOptions options = new OfficialOptions();

  ImportOutlinesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    LevelFields codes = LevelFields.parse(level + "=" + code).get(0);
    return options.run(
        session,
        "import.outlines-done",
        (into, input, theme, progress) -> into.outlines(input, theme, codes, progress));
  }
}
