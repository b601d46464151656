package org.gridwright.api.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.gwl.GwlPlan;
import org.gridwright.core.locate.PackedLocator;
import org.gridwright.core.plan.Plan;
import org.gridwright.data.bulk.BulkAssigner;
import org.gridwright.data.bulk.BulkLimits;
import org.gridwright.data.bulk.BulkSummary;
import org.gridwright.data.bulk.BulkWorkers;
import org.gridwright.data.bulk.CsvJob;
import org.gridwright.data.bulk.CsvSource;
import org.gridwright.data.bulk.CsvStyle;
import org.gridwright.data.bulk.PlacedColumn;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.gwl.PlansInFile;
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

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  @Option(names = "--compare", paramLabel = "FIELD")
  private @Nullable String compare;

  @Option(names = "--columns", paramLabel = "COLUMN", split = ",")
  private List<String> columns = List.of();

  @Option(names = "--exceptions", paramLabel = "FILE")
  private @Nullable String exceptions;

  private TextOptions told = TextOptions.DEFAULT;

  AssignCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path csv = Objects.requireNonNull(input);
    told = reading.text();
    OutputFile file = OutputFile.of(session, output, zones.with(csv));
    OutputFile report = exceptions == null ? null : reportFile(exceptions, csv);
    InputFile source = InputFile.of(csv);
    BulkLimits limits = BulkLimits.forFiles();
    BulkAssigner assigner = assigner(limits);
    BulkSummary[] summary = new BulkSummary[1];
    if (report == null) {
      file.write(out -> summary[0] = copy(assigner, limits, source, out, null));
    } else {
      file.write(out -> report.write(to -> summary[0] = copy(assigner, limits, source, out, to)));
    }
    tell(summary[0], file);
    return ExitStatus.DONE;
  }

  private OutputFile reportFile(String name, Path csv) {
    if (name.equals(output)) {
      throw CliException.usage("assign.same-output", name);
    }
    return OutputFile.of(session, name, zones.with(csv));
  }

  private BulkAssigner assigner(BulkLimits limits) {
    Path plans = zones.plans();
    if (plans == null) {
      return besideStore(limits).orElseGet(() -> assigner(plan(), limits));
    }
    if (theme != null) {
      throw CliException.usage("assign.plans-say-all", "--theme");
    }
    if (reading.given() != null) {
      throw CliException.usage("assign.plans-say-all", reading.given());
    }
    try (PlansInFile file = PlansInFile.open(plans)) {
      return file.ask(asked -> assigner(PlansFile.plan(asked, at), limits));
    }
  }

  private Optional<BulkAssigner> besideStore(BulkLimits limits) {
    return zones.named() || reading.given() != null
        ? Optional.empty()
        : BesideStore.ask(session, theme, at, (store, plan) -> assigner(plan, limits));
  }

  private static BulkAssigner assigner(GwlPlan plan, BulkLimits limits) {
    return new BulkAssigner(plan.gridCodes(), plan.locator(), BulkWorkers.perCore(), limits);
  }

  private BulkAssigner assigner(Plan plan, BulkLimits limits) {
    return new BulkAssigner(
        plan, PackedLocator.of(plan, session.quiet()), BulkWorkers.perCore(), limits);
  }

  private Plan plan() {
    if (zones.named()) {
      if (theme != null || at != null) {
        throw CliException.usage("assign.zones-or-theme");
      }
      return zones.read(session, reading);
    }
    if (reading.given() != null) {
      throw CliException.usage("assign.reading-needs-zones", reading.given());
    }
    try (Store store = session.openStore()) {
      return PlanChoice.plan(store, theme, at, session.quiet());
    }
  }

  private BulkSummary copy(
      BulkAssigner assigner,
      BulkLimits limits,
      InputFile file,
      OutputStream out,
      @Nullable OutputStream report)
      throws IOException {
    try (InputFile.Bytes bytes = file.openPlain();
        ProgressDisplay progress =
            new ProgressDisplay(session, session.say("progress.assigning"), file.size())) {
      CsvSource csv =
          CsvSource.open(bytes.stream(), bytes::read, file.source(), told, true, limits);
      CsvOutput output = written.output(csv.dialect().encoding());
      csv.dialect().notes().forEach(note -> session.note(session.say(note)));
      CsvJob job =
          new CsvJob(
              csv.column(lon),
              csv.column(lat),
              compare == null ? -1 : csv.column(compare),
              columns(),
              CsvStyle.AS_GIVEN,
              output.raw());
      BulkSummary summary = copy(assigner, csv, job, output, out, report, progress);
      if (summary.rows() > 0 && summary.unreadable() == summary.rows()) {
        throw CliException.failed("assign.no-coordinates", file.name(), lon, lat);
      }
      return summary;
    } catch (EOFException | ZipException damaged) {
      throw InputFile.failure(damaged, file.source());
    }
  }

  private BulkSummary copy(
      BulkAssigner assigner,
      CsvSource csv,
      CsvJob job,
      CsvOutput output,
      OutputStream out,
      @Nullable OutputStream report,
      ProgressDisplay progress)
      throws IOException {
    if (output.mark() && !csv.marked()) {
      out.write(CsvOutput.MARK.getBytes(output.encoding()));
    }
    try (OutputStream rows = output.recoding(out, csv.encoding())) {
      if (report == null) {
        return assigner.csv(csv, job, rows, null, session.quiet()::checkpoint, progress::at);
      }
      try (OutputStream remarks = output.recoding(report, csv.encoding())) {
        return assigner.csv(csv, job, rows, remarks, session.quiet()::checkpoint, progress::at);
      }
    }
  }

  private Set<PlacedColumn> columns() {
    if (columns.isEmpty()) {
      return PlacedColumn.ALL;
    }
    Set<PlacedColumn> chosen = EnumSet.noneOf(PlacedColumn.class);
    for (String name : columns) {
      chosen.add(
          PlacedColumn.of(name.strip())
              .orElseThrow(
                  () ->
                      CliException.usage(
                          "assign.columns",
                          name.strip(),
                          String.join(", ", PlacedColumn.labels()))));
    }
    return chosen;
  }

  private void tell(BulkSummary summary, OutputFile file) {
    if (session.options().json() && !file.isStandardOutput()) {
      session.printJson(json(summary));
      return;
    }
    session.note(
        summary.detailed()
            ? session.say(
                "assign.done",
                summary.rows(),
                summary.inGrid(),
                summary.outside(),
                summary.onBoundary(),
                summary.contested())
            : session.say(
                "assign.done-grids", summary.rows(), summary.inGrid(), summary.outside()));
    if (summary.unreadable() > 0) {
      session.note(
          session.say(
              "assign.unreadable",
              summary.unreadable(),
              String.valueOf(Objects.requireNonNull(input).getFileName()),
              summary.firstUnreadable()));
    }
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

  private Map<String, Object> json(BulkSummary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rows", summary.rows());
    json.put("inGrid", summary.inGrid());
    json.put("outside", summary.outside());
    if (summary.detailed()) {
      json.put("onBoundary", summary.onBoundary());
      json.put("contested", summary.contested());
    }
    json.put("unreadable", summary.unreadable());
    if (compare != null) {
      json.put("compared", summary.compared());
      json.put("agreeing", summary.agreeing());
      json.put("agreement", share(summary));
    }
    return json;
  }

  private static double share(BulkSummary summary) {
    return summary.compared() == 0 ? 1 : (double) summary.agreeing() / summary.compared();
  }
}
