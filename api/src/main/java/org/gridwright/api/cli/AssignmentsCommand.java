package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.plan.Level;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Theme;
import org.gridwright.data.assignments.AssignmentFile;
import org.gridwright.data.intake.ZoneOptions;
import org.gridwright.data.model.Actor;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which units belong to which, as a file into a draft, or out of a draft or plan. */
@Command(name = "assignments")
final class AssignmentsCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--draft", paramLabel = "DRAFT")
  private @Nullable Long draft;

  @Option(names = "--plan", paramLabel = "PLAN")
  private @Nullable Long plan;

  @Option(names = "--theme", paramLabel = "THEME")
  private @Nullable String theme;

  @Option(names = "--at", paramLabel = "DATE")
  private @Nullable LocalDate at;

  @Option(names = "--level", paramLabel = "LEVEL")
  private @Nullable String level;

  @Option(names = "--blocks", paramLabel = "FILE")
  private @Nullable Path blocks;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(names = "--blocks-theme", paramLabel = "THEME")
  private @Nullable String blocksTheme;

  @Option(names = "--parent", paramLabel = "CODE")
  private @Nullable String parent;

  @Option(names = "--several-parts")
  private boolean severalParts;

  @Option(names = "--remove-emptied")
  private boolean removeEmptied;

  @Option(names = "--names")
  private boolean names;

  @Option(names = "--preview")
  private boolean preview;

  @Option(names = "--author", paramLabel = "NAME", defaultValue = "anonymous")
  private String author = "anonymous";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable String output;

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  AssignmentsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if ((file == null) == (output == null)) {
      throw CliException.usage("assignments.in-or-out");
    }
    if ((blocks == null) != (code == null) || (blocks != null && blocksTheme != null)) {
      throw CliException.usage("assignments.blocks-and-code");
    }
    if (file != null && draft == null) {
      throw CliException.usage("assignments.needs-draft");
    }
    Plan given =
        blocks == null || code == null
            ? null
            : ZonesFile.read(
                session,
                blocks,
                code,
                ZoneOptions.SameCode.MERGE,
                reading.beside(blocks),
                reading.datum());
    try (Store store = session.openStore()) {
      Plan ground = given == null && blocksTheme != null ? ofTheme(store, blocksTheme) : given;
      return file == null ? write(store, ground) : read(store, file, ground);
    }
  }

  private static Plan ofTheme(Store store, String theme) {
    Theme known = PlanChoice.theme(store, theme);
    return store.plans().load(PlanChoice.inForce(store, known, null).id());
  }

  private int read(Store store, Path assigned, @Nullable Plan ground) {
    DraftAssignments.AssignmentOrder asked =
        new DraftAssignments.AssignmentOrder(
            assigned, reading.text(), level, ground, parent, severalParts, removeEmptied, preview);
    return new DraftAssignments(session, store)
        .run(Optional.ofNullable(draft).orElseThrow(), asked, Actor.named(author));
  }

  private int write(Store store, @Nullable Plan ground) throws IOException {
    OutputFile out =
        OutputFile.of(
            session, String.valueOf(output), blocks == null ? List.of() : List.of(blocks));
    Plan from = from(store);
    Level chosen = PlanChoice.level(from.theme(), level);
    if (ground == null && chosen.depth() == 0) {
      throw CliException.failed("assignments.top", chosen.name());
    }
    int[] divided = {0};
    out.write(
        stream -> {
          if (ground == null) {
            AssignmentFile.write(from, chosen, names, stream, written.output());
          } else {
            divided[0] = AssignmentFile.write(from, ground, stream, written.output());
          }
        });
    if (divided[0] > 0) {
      session.note(session.say("assignments.divided", divided[0]));
    }
    if (!out.isStandardOutput()) {
      int rows = ground == null ? from.units(chosen.depth()).size() : ground.grids().size();
      session.note(session.say("assignments.written", rows, out.name()));
    }
    return ExitStatus.DONE;
  }

  private Plan from(Store store) {
    if (draft != null && plan != null) {
      throw CliException.usage("assignments.one-plan");
    }
    Long id = draft != null ? draft : plan;
    return store
        .plans()
        .load(
            id != null
                ? PlanChoice.known(store, id).id()
                : PlanChoice.inForce(store, PlanChoice.theme(store, theme), at).id(),
            session.quiet());
  }
}
