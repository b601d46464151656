package org.gridwright.api.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.api.http.answer.FactsAnswer;
import org.gridwright.core.plan.CodeScheme;
import org.gridwright.data.intake.LevelFields;
import org.gridwright.data.intake.PublishRefusedException;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.intake.ZoneReport;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a boundary file into the store as a plan. */
@Command(name = "zones")
final class ImportZonesCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0")
  private @Nullable Path file;

  @Option(names = "--theme", paramLabel = "THEME", required = true)
  private String theme = "";

  @Option(names = "--title", paramLabel = "TEXT")
  private @Nullable String title;

  @Option(names = "--levels", paramLabel = "LEVEL=FIELD[+FIELD],…", required = true)
  private String levels = "";

  @Option(names = "--codes", paramLabel = "SCHEME")
  private CodeScheme codes = CodeScheme.FREE;

  @Option(names = "--same-code", paramLabel = "WHAT")
  private ZoneOptions.SameCode sameCode = ZoneOptions.SameCode.MERGE;

  @Option(names = "--name", paramLabel = "[LEVEL=]FIELD", split = ",")
  private List<String> names = List.of();

  @Option(names = "--fact", paramLabel = "ATTRIBUTE=KIND[:WEIGHT]")
  private List<String> facts = List.of();

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--repair")
  private boolean repair;

  @Mixin private final MendingOptions mending = new MendingOptions();

  @Option(names = "--effective", paramLabel = "DATE")
  private @Nullable LocalDate effective;

  @Option(names = "--publish")
  private boolean publish;

  @Option(names = "--accept", paramLabel = "REASON")
  private @Nullable String accept;

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "anonymous")
  private String author = "anonymous";

  @Option(names = "--reason", paramLabel = "TEXT")
  private @Nullable String reason;

  ImportZonesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ZoneOptions options = options();
    try {
      return session.changeStore(store -> run(store, options));
    } catch (PublishRefusedException refused) {
      new FindingsReport(session).print(refused.findings());
      throw refused;
    }
  }

  private Integer run(Store store, ZoneOptions options) {
    ZoneReport report;
    try (ProgressDisplay display = ProgressDisplay.ofSteps(session)) {
      report = new ZoneImport(store).run(options, display.shares());
    }
    tell(report);
    return ExitStatus.DONE;
  }

  private ZoneOptions options() {
    Path input = Objects.requireNonNull(file);
    if (!publish && (accept != null || effective != null)) {
      throw CliException.usage("import.needs-publish", accept != null ? "--accept" : "--effective");
    }
    if (!repair && mending.given() != null) {
      throw CliException.usage("import.needs-repair", mending.given());
    }
    List<LevelFields> levelFields = LevelFields.parse(levels);
    LocalDate from = effective == null ? LocalDate.now(ZoneId.systemDefault()) : effective;
    return new ZoneOptions(
        input,
        reading.reading(),
        reading.datum(),
        theme,
        title == null ? theme : title,
        codes,
        levelFields,
        nameFields(levelFields),
        sameCode,
        facts.stream().map(FactWords::declared).toList(),
        publish ? new ZoneOptions.Publish(from, accept) : null,
        repair ? mending.options() : null,
        Actor.named(author),
        reason == null ? session.say("import.reason", input.getFileName()) : reason);
  }

  /** {@code FIELD} names the finest level, {@code LEVEL=FIELD} any. */
  private Map<String, String> nameFields(List<LevelFields> levelFields) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : names) {
      String[] sides = name.split("=", 2);
      String level = sides.length == 2 ? sides[0] : levelFields.get(levelFields.size() - 1).level();
      if (levelFields.stream().noneMatch(known -> known.level().equals(level))) {
        throw CliException.usage("import.name-level", level);
      }
      fields.put(level, sides[sides.length - 1]);
    }
    return fields;
  }

  private void tell(ZoneReport report) {
    report.notes().forEach(note -> session.note(session.say(note)));
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("plan", report.plan());
      json.put("features", report.features());
      json.put("units", report.units());
      json.put("rowsAdded", report.rowsAdded());
      json.put("facts", FactsAnswer.of(theme, report.attributes()).facts());
      json.put("notes", report.notes().stream().map(session::say).toList());
      json.put(
          "mending",
          report.mending() == null ? null : new MendingReport(session, report.mending()).json());
      json.put("findings", new FindingsReport(session).json(report.findings()));
      session.printJson(json);
      return;
    }
    String units =
        String.join(
            ", ",
            report.units().entrySet().stream()
                .map(level -> level.getValue() + " " + level.getKey())
                .toList());
    session.print(session.say("import.zones-read", report.features(), units));
    if (report.mending() != null) {
      new MendingReport(session, report.mending()).lines().forEach(session::print);
    }
    if (!report.findings().isEmpty()) {
      session.print(new FindingsReport(session).summary(report.findings()));
    }
    new FactsReport(session, theme).proposals(report.attributes()).forEach(session::print);
    session.print(
        publish
            ? session.say(
                "import.published",
                report.plan().revision(),
                theme,
                String.valueOf(report.plan().effectiveFrom()),
                report.rowsAdded())
            : session.say("import.draft", report.plan().id(), theme));
  }
}
