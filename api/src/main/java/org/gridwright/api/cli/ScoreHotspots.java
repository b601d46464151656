package org.gridwright.api.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.ScoreColumns;
import org.gridwright.data.hotspot.ScoreFile;
import org.gridwright.data.hotspot.ScoreInput;
import org.gridwright.data.hotspot.ScoreTable;
import org.gridwright.data.hotspot.plan.PlanScore;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.IncidentStore;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many of the next period's incidents the places had that come first in a ranking. */
final class ScoreHotspots {

  @Option(names = "--rank", paramLabel = "FIELD", split = ",")
  private List<String> rank = List.of();

  @Option(names = "--area", paramLabel = "FIELD")
  private @Nullable String area;

  @Option(names = "--test-from", paramLabel = "DATE")
  private @Nullable LocalDate testFrom;

  @Option(names = "--test-to", paramLabel = "DATE")
  private @Nullable LocalDate testTo;

  /** Scores, writes and reports. */
  void run(HotspotRequest asked) throws IOException {
    requireSense(asked);
    Session session = asked.session();
    OutputFile to = asked.output() == null ? null : outputFile(asked, asked.output());
    ScoreInput input;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-score"))) {
      Progress progress = display.shares();
      input = asked.file() == null ? ofStore(asked, progress) : ofFile(asked, progress);
    }
    ScoreTable table = ScoreTable.of(input);
    if (to != null) {
      to.write(out -> table.sheet().writeCsv(out, asked.csv()));
    }
    if (to == null || !to.isStandardOutput()) {
      new ScoreReport(session, table).print(asked.explain());
    }
  }

  private void requireSense(HotspotRequest asked) {
    boolean ofTest = testFrom != null || testTo != null;
    boolean ofFile = asked.code() != null && asked.value() != null && !rank.isEmpty();
    boolean sound =
        asked.file() == null
            ? testFrom != null
                && testTo != null
                && rank.isEmpty()
                && area == null
                && !asked.isOfFile()
            : ofFile && !ofTest && !asked.store().isMeant();
    if (!sound) {
      throw CliException.usage("hotspots.score-file-or-store");
    }
  }

  private static OutputFile outputFile(HotspotRequest asked, String name) {
    OutputFile to =
        OutputFile.of(
            asked.session(), name, asked.file() == null ? List.of() : List.of(asked.file()));
    if (!to.isStandardOutput() && !to.format().equals("csv")) {
      throw CliException.usage("hotspots.score-format", name);
    }
    return to;
  }

  private ScoreInput ofFile(HotspotRequest asked, Progress progress) {
    return ScoreFile.read(
        asked.hotspotFile(),
        new ScoreColumns(
            Objects.requireNonNull(asked.code()),
            Objects.requireNonNull(asked.value()),
            new ArrayList<>(rank),
            area),
        asked::tell,
        progress);
  }

  private ScoreInput ofStore(HotspotRequest asked, Progress progress) {
    LocalDate first = Objects.requireNonNull(testFrom);
    LocalDate last = Objects.requireNonNull(testTo);
    IncidentStore.Query training = training(asked.store().incidents(), first, last);
    try (Store store = asked.session().openStore()) {
      PlanSnapshot snapshot = asked.store().snapshot(store, progress.part(0, 0.2));
      PlanScore score =
          new PlanScore(
              asked.store().depth(snapshot.theme()),
              training,
              first.atStartOfDay(),
              last.plusDays(1).atStartOfDay());
      return score.input(store, snapshot, progress.part(0.2, 1));
    }
  }

  /** Up to the day before the test where no end is said; a test on what was seen is none. */
  private static IncidentStore.Query training(
      IncidentStore.Query told, LocalDate first, LocalDate last) {
    return PlanScore.training(told, first.atStartOfDay())
        .filter(it -> !last.isBefore(first))
        .orElseThrow(
            () -> CliException.usage("hotspots.score-periods", first.toString(), last.toString()));
  }
}
