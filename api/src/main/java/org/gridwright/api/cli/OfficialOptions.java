package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Theme;
import org.gridwright.core.work.Progress;
import org.gridwright.data.intake.OfficialImport;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the imports of a jurisdiction and of official outlines have in common. */
final class OfficialOptions {

  @Parameters(paramLabel = "FILE", index = "0")
  private @Nullable Path file;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  /** One of the two imports. */
  @FunctionalInterface
  interface Import {
    OfficialImport.OfficialCount run(
        OfficialImport into, OfficialImport.Input input, Theme theme, Progress progress);
  }

  /**
   * Runs an import and tells what came of it.
   *
   * @param done the key of the sentence, which is given the number of features and of areas, and
   *     the theme
   */
  Integer run(Session session, String done, Import work) {
    OfficialImport.Input input =
        new OfficialImport.Input(Objects.requireNonNull(file), reading.reading(), reading.datum());
    try (Store store = session.openStore()) {
      Theme chosen = PlanChoice.theme(store, theme);
      OfficialImport.OfficialCount report;
      try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
        report = work.run(new OfficialImport(store), input, chosen, display.shares());
      }
      report.notes().forEach(note -> session.note(session.say(note)));
      if (session.options().json()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("theme", chosen.id());
        json.put("features", report.features());
        json.put("areas", report.areas());
        json.put("unknown", report.unknown());
        session.printJson(json);
      } else {
        session.print(session.say(done, report.features(), report.areas(), chosen.id()));
      }
    }
    return ExitStatus.DONE;
  }
}
