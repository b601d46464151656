package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.finding.FindingLists;
import org.gridwright.core.repair.RepairOptions;
import org.gridwright.data.intake.Mending;
import org.gridwright.data.intake.Originals;
import org.gridwright.data.intake.ZoneImport;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mends a boundary file or a draft, and tells what that did. */
@Command(name = "repair")
final class RepairCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--draft", paramLabel = "PLAN")
  private @Nullable Long draft;

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "anonymous")
  private String author = "anonymous";

  @Option(names = "--same-code", paramLabel = "WHAT")
  private ZoneOptions.SameCode sameCode = ZoneOptions.SameCode.MERGE;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Mixin private final MendingOptions mendingOptions = new MendingOptions();

  @Option(names = "--preview")
  private boolean preview;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable String output;

  @Option(names = "--report", paramLabel = "FILE")
  private @Nullable String report;

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  RepairCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    RepairOptions options = mendingOptions.options();
    if (draft != null) {
      return repairDraft(draft, options);
    }
    if (file == null || code == null) {
      throw CliException.usage("repair.file-and-code");
    }
    MendedFile mended = mendedFile();
    OutputFile reportFile = reportFile();
    Originals originals = new Originals();
    ZoneImport.Read read =
        ZonesFile.read(
            session, file, code, sameCode, reading.reading(), reading.datum(), originals::add);
    read.findingNotes().forEach(note -> session.note(session.say(note)));
    originals.notes().forEach(note -> session.note(session.say(note)));
    Mending mending;
    try (ProgressDisplay progress =
        ProgressDisplay.ofShares(session, session.say("progress.mending"))) {
      mending = Mending.of(read.plan(), read.findings(), options, progress.shares());
    }
    MendingReport told = new MendingReport(session, mending);
    if (mended != null) {
      mended.write(mending.repaired().plan(), originals, session.quiet());
    }
    if (reportFile != null) {
      told.write(reportFile);
    }
    tell(told, read, mended);
    return FindingLists.blocking(mending.repaired().leftovers()) > 0
        ? ExitStatus.FINDINGS
        : ExitStatus.DONE;
  }

  private int repairDraft(long id, RepairOptions options) throws IOException {
    if (file != null || code != null || output != null) {
      throw CliException.usage("repair.file-or-draft");
    }
    OutputFile reportFile = reportFile();
    try (Store store = session.openStore()) {
      return new DraftRepair(session, store)
          .run(id, options, preview, reportFile, Actor.named(author));
    }
  }

  /** Where the outcome goes; null where nothing is to be written. */
  private @Nullable MendedFile mendedFile() {
    if (output == null) {
      if (!preview) {
        throw CliException.usage("repair.needs-output");
      }
      return null;
    }
    if (output.equals("-") && session.options().json()) {
      throw CliException.usage("repair.one-output");
    }
    MendedFile mended = new MendedFile(OutputFile.of(session, output, inputs()), written.output());
    return preview ? null : mended;
  }

  private @Nullable OutputFile reportFile() {
    if (report == null) {
      return null;
    }
    if (output != null
        && session.console().resolve(report).equals(session.console().resolve(output))) {
      throw CliException.usage("repair.one-file", report);
    }
    OutputFile reportFile = OutputFile.of(session, report, inputs());
    MendingReport.requireFormat(reportFile);
    return reportFile;
  }

  private List<Path> inputs() {
    return file == null ? List.of() : List.of(file);
  }

  private void tell(MendingReport told, ZoneImport.Read read, @Nullable MendedFile mended) {
    if (session.options().json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("preview", preview);
      json.put("output", mended == null ? null : mended.name());
      json.put("features", read.features());
      json.putAll(told.json());
      session.printJson(json);
    } else if (mended != null && mended.isStandardOutput()) {
      told.lines().forEach(session::note);
    } else {
      told.lines().forEach(session::print);
    }
    if (preview) {
      session.note(session.say("repair.previewed"));
    } else if (mended != null && !mended.isStandardOutput()) {
      session.note(session.say("repair.done", read.plan().grids().size(), mended.name()));
    }
  }
}
