package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.assign.Assignment;
import org.gridwright.data.exchange.CsvTable;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends to every row of a CSV file the grid that its place is in. */
@Command(name = "assign")
final class AssignCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "IN.csv", index = "0")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      required = true)
  private String output = "-";

  @Option(names = "--lon", paramLabel = "FIELD", required = true)
  private String lon = "";

  @Option(names = "--lat", paramLabel = "FIELD", required = true)
  private String lat = "";

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Mixin private final ZonesFileOptions zones = new ZonesFileOptions();

  @Option(names = "--encoding", paramLabel = "CHARSET")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(names = "--compare", paramLabel = "FIELD")
  private @Nullable String compare;

  AssignCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path csv = Objects.requireNonNull(input);
    OutputFile file = OutputFile.of(session, output, zones.with(csv));
    InputFile source = InputFile.of(csv);
    Plan plan = plan();
    Assignment assignment = new Assignment(plan, PackedLocator.of(plan), compare);
    Assignment.Summary[] summary = new Assignment.Summary[1];
    file.write(out -> summary[0] = copy(assignment, source, out));
    tell(summary[0], file);
    return ExitStatus.DONE;
  }

  private Plan plan() {
    if (zones.named()) {
      if (theme != null || at != null) {
        throw CliException.usage("assign.zones-or-theme");
      }
      return zones.read(session);
    }
    try (Store store = session.openStore()) {
      return PlanChoice.plan(store, theme, at);
    }
  }

  private Assignment.Summary copy(Assignment assignment, InputFile source, OutputStream out) {
    try (CsvTable table = CsvTable.open(source, encoding);
        ProgressDisplay progress =
            new ProgressDisplay(session, session.say("progress.assigning"), source.size())) {
      Assignment.Summary summary =
          assignment.copy(table, lon, lat, out, rows -> progress.at(table.bytesRead()));
      if (summary.rows() > 0 && summary.unreadable() == summary.rows()) {
        throw CliException.failed("assign.no-coordinates", source.name(), lon, lat);
      }
      return summary;
    }
  }

  private void tell(Assignment.Summary summary, OutputFile file) {
    if (session.options().json() && !file.isStandardOutput()) {
      session.printJson(json(summary));
      return;
    }
    session.note(
        session.say(
            "assign.done",
            summary.rows(),
            summary.inGrid(),
            summary.onBoundary(),
            summary.contested()));
    summary
        .firstUnreadable()
        .ifPresent(
            first ->
                session.note(
                    session.say(
                        "assign.unreadable", summary.unreadable(), first.file(), first.number())));
    if (compare != null) {
      session.note(
          session.say(
              "assign.compared",
              compare,
              summary.compared(),
              summary.agreeing(),
              Decimals.of(share(summary), 4)));
    }
  }

  private Map<String, Object> json(Assignment.Summary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", summary.rows());
    json.put("inGrid", summary.inGrid());
    json.put("onBoundary", summary.onBoundary());
    json.put("contested", summary.contested());
    json.put("unreadable", summary.unreadable());
    if (compare != null) {
      json.put("compared", summary.compared());
      json.put("agreeing", summary.agreeing());
      json.put("agreement", share(summary));
    }
    return json;
  }

  private static double share(Assignment.Summary summary) {
    return summary.compared() == 0 ? 1 : (double) summary.agreeing() / summary.compared();
  }
}
