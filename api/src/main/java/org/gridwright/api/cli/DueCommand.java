package org.gridwright.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.data.clock.DueClock;
import org.gridwright.data.clock.NoDue;
import org.gridwright.data.clock.WorkTime;
import org.gridwright.data.clock.file.CalendarFile;
import org.gridwright.data.clock.file.DueCounts;
import org.gridwright.data.clock.file.DueRulesFile;
import org.gridwright.data.clock.file.DueTable;
import org.gridwright.data.exchange.InputFile;
import org.gridwright.data.exchange.ReadOptions;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.intake.IncidentTimes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Appends to every row of a CSV file when what it tells of is due. */
@Command(name = "due")
final class DueCommand implements Callable<Integer> {

  /** So many names without a rule are told. */
  private static final int NAMES = 5;

  private final Session session;

  @Parameters(paramLabel = "IN.csv", index = "0")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      required = true)
  private String output = "-";

  @Option(names = "--opened", paramLabel = "FIELD", required = true)
  private String opened = "";

  @Option(names = "--rule", paramLabel = "FIELD", required = true)
  private String rule = "";

  @Option(names = "--rules", paramLabel = "RULES.csv", required = true)
  private @Nullable Path rules;

  @Option(names = "--calendar", paramLabel = "CAL.csv")
  private @Nullable Path calendar;

  @Option(names = "--zone", paramLabel = "AREA/CITY", required = true)
  private @Nullable ZoneId zone;

  @Mixin private final DayOrderOptions days = new DayOrderOptions();

  @Mixin private final TextReadingOptions reading = new TextReadingOptions();

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  DueCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path csv = Objects.requireNonNull(input);
    Path ruled = Objects.requireNonNull(rules);
    OutputFile file = OutputFile.of(session, output, inputs(csv, ruled));
    DueRulesFile known = DueRulesFile.read(ruled, TextOptions.DEFAULT);
    DueClock clock = clock(known, ruled);
    DueCounts[] counts = new DueCounts[1];
    file.write(out -> counts[0] = copy(csv, known, clock, out));
    tell(counts[0], file);
    return ExitStatus.DONE;
  }

  private List<Path> inputs(Path csv, Path ruled) {
    return calendar == null ? List.of(csv, ruled) : List.of(csv, ruled, calendar);
  }

  private DueClock clock(DueRulesFile known, Path ruled) {
    known.notes().forEach(note -> session.note(session.say(note)));
    if (calendar == null) {
      if (known.needsCalendar()) {
        throw CliException.usage("due.needs-calendar", ruled.getFileName());
      }
      return DueClock.of(city());
    }
    CalendarFile told = CalendarFile.read(calendar, TextOptions.DEFAULT);
    told.notes().forEach(note -> session.note(session.say(note)));
    if (told.calendar().neverOpens()) {
      session.note(session.say("due.no-opening-time", calendar.getFileName()));
    }
    return DueClock.of(WorkTime.of(told.calendar(), city()));
  }

  private ZoneId city() {
    return Objects.requireNonNull(zone);
  }

  private DueCounts copy(Path csv, DueRulesFile known, DueClock clock, OutputStream out) {
    TextOptions text = reading.text();
    DueTable table =
        new DueTable(
            csv,
            new ReadOptions(null, null, text),
            opened,
            rule,
            new IncidentTimes(city(), days.order()));
    long size = InputFile.of(csv).size();
    try (ProgressDisplay progress =
        new ProgressDisplay(session, session.say("progress.due"), size)) {
      return table.copy(known.rules(), clock, city(), out, written.output(), progress.progress());
    }
  }

  private void tell(DueCounts counts, OutputFile file) {
    counts.notes().forEach(note -> session.note(session.say(note)));
    if (counts.unruled() > 0) {
      String names =
          counts.withoutRule().entrySet().stream()
              .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
              .limit(NAMES)
              .map(entry -> "\"" + entry.getKey() + "\" (" + entry.getValue() + ")")
              .collect(Collectors.joining(", "));
      String more = counts.withoutRule().size() > NAMES ? ", …" : "";
      session.note(session.say("due.without-rule", counts.unruled(), rule, names + more));
    }
    if (counts.unreadable() > 0) {
      session.note(session.say("due.unreadable", counts.unreadable()));
      counts.examples().forEach(example -> session.note("  " + session.say(example)));
    }
    for (NoDue reason : NoDue.values()) {
      long rows = counts.never().getOrDefault(reason, 0L);
      if (rows > 0) {
        session.note(session.say("due." + reason.id(), rows));
      }
    }
    if (!file.isStandardOutput()) {
      session.note(session.say("due.written", counts.due(), counts.rows(), file.name()));
    }
  }
}
