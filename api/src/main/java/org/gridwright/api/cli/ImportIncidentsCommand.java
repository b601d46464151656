package org.gridwright.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.intake.IncidentImport;
import org.gridwright.data.intake.PointReport;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings incidents into the store. */
@Command(name = "incidents")
final class ImportIncidentsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0")
  private @Nullable Path file;

  @Option(names = "--id", paramLabel = "FIELD")
  private @Nullable String id;

  @Mixin private final PlaceOptions place = new PlaceOptions();

  @Option(names = "--time", paramLabel = "FIELD", required = true, split = ",")
  private List<String> time = List.of();

  @Mixin private final TimeReadingOptions times = new TimeReadingOptions();

  @Option(names = "--category", paramLabel = "FIELD", required = true)
  private String category = "";

  @Option(names = "--channel", paramLabel = "CHANNEL", defaultValue = "import")
  private String channel = "import";

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--reported-zone", paramLabel = "FIELD")
  private @Nullable String reportedZone;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  ImportIncidentsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    IncidentImport.Options options =
        new IncidentImport.Options(
            Objects.requireNonNull(file),
            reading.reading(),
            reading.datum(),
            id,
            place.fields(),
            time,
            times.times(),
            category,
            channel,
            theme,
            reported(),
            reading.skipBad());
    return session.changeStore(store -> run(store, options));
  }

  private Integer run(Store store, IncidentImport.Options options) {
    PointReport report;
    try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
      report = new IncidentImport(store).run(options, display.shares());
    }
    PointReports.tell(session, "import.incidents-done", report);
    return ExitStatus.DONE;
  }

  private IncidentImport.@Nullable Reported reported() {
    if (reportedZone == null) {
      return null;
    }
    if (level == null) {
      throw CliException.usage("import.reported-needs-level");
    }
    return new IncidentImport.Reported(reportedZone, level);
  }
}
