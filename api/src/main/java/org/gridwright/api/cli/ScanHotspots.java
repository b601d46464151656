package org.gridwright.api.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.scan.CircularScan;
import org.gridwright.core.hotspot.scan.ScanDirection;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.hotspot.ScanColumns;
import org.gridwright.data.hotspot.ScanFile;
import org.gridwright.data.hotspot.ScanInput;
import org.gridwright.data.hotspot.ScanTable;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.plan.PlanScan;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which circles of places, or cylinders of places and time, hold more than chance explains. */
final class ScanHotspots {

  @Option(names = "--controls", paramLabel = "FIELD")
  private @Nullable String controls;

  @Option(names = "--direction", paramLabel = "high|low|both")
  private ScanDirection direction = ScanDirection.HIGH;

  @Option(names = "--largest-share", paramLabel = "SHARE")
  private double largestShare = ScanOptions.DEFAULT.populationShare();

  @Option(names = "--largest-metres", paramLabel = "METRES")
  private double largestMetres = ScanOptions.DEFAULT.radiusMetres();

  @Option(names = "--longest-steps", paramLabel = "STEPS")
  private @Nullable Integer longestSteps;

  @Option(names = "--alive")
  private boolean alive;

  @Option(names = "--replicas", paramLabel = "M")
  private int replicas = ScanOptions.DEFAULT.replicas();

  @Option(names = "--least-cases", paramLabel = "N")
  private int leastCases = ScanOptions.DEFAULT.leastCases();

  /** Scans, writes and reports. */
  void run(HotspotRequest asked) throws IOException {
    requireSense(asked);
    Session session = asked.session();
    OutputFile to =
        asked.output() == null
            ? null
            : asked.outputFile(
                asked.output(), asked.file() == null ? List.of() : List.of(asked.file()));
    ScanOptions options = options(asked.draws().seed());
    ScanTable table;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-scan"))) {
      Progress progress = display.shares();
      table =
          asked.file() == null
              ? ofStore(asked, options, progress)
              : ofFile(asked, options, progress);
    }
    if (to != null) {
      write(table, to, asked.csv());
    }
    if (to == null || !to.isStandardOutput()) {
      new ScanReport(session, table).print(asked);
    }
  }

  private void requireSense(HotspotRequest asked) {
    boolean ofFile = asked.file() != null;
    boolean mixed =
        ofFile
            ? asked.code() == null || asked.store().isMeant()
            : asked.isOfFile() || controls != null;
    if (mixed) {
      throw CliException.usage("hotspots.scan-file-or-store");
    }
    boolean beside = asked.atRisk() != null || controls != null;
    if (ofFile && !beside && asked.time() == null) {
      throw CliException.usage("hotspots.scan-nothing-beside");
    }
    if (asked.atRisk() != null && controls != null) {
      throw CliException.usage("hotspots.scan-both");
    }
    if (beside && asked.value() == null) {
      throw CliException.usage("hotspots.scan-value");
    }
    boolean timed = ofFile ? asked.time() != null : asked.step() != null;
    if (!timed && (asked.step() != null || alive || longestSteps != null)) {
      throw CliException.usage("hotspots.scan-untimed");
    }
  }

  private ScanOptions options(long seed) {
    return ScanOptions.DEFAULT
        .withDirection(direction)
        .withLargest(largestShare, largestMetres)
        .withTime(Objects.requireNonNullElse(longestSteps, Integer.MAX_VALUE), alive)
        .withReplicas(replicas, seed)
        .withLeastCases(leastCases);
  }

  private ScanTable ofFile(HotspotRequest asked, ScanOptions options, Progress progress) {
    String step = asked.step();
    ScanInput input =
        ScanFile.read(
            asked.hotspotFile(),
            new ScanColumns(
                Objects.requireNonNull(asked.code()),
                asked.value(),
                asked.atRisk(),
                controls,
                asked.time()),
            step == null ? StepLength.DAY : StepLength.of(step),
            asked.weights().points(),
            asked::tell,
            progress.part(0, 0.3));
    return new ScanTable(input, CircularScan.of(input.data(), options, progress.part(0.3, 1)));
  }

  private static ScanTable ofStore(HotspotRequest asked, ScanOptions options, Progress progress) {
    StoreHotspots meant = asked.store();
    String step = asked.step();
    StepLength length = step == null ? null : StepLength.of(step);
    try (Store store = asked.session().openStore()) {
      PlanSnapshot snapshot = meant.snapshot(store, progress.part(0, 0.15));
      PlanScan scan =
          new PlanScan(
              meant.depth(snapshot.theme()),
              meant.incidents(),
              meant.denominator(),
              length,
              options);
      return scan.scanned(store, snapshot, progress.part(0.15, 1));
    }
  }

  private static void write(ScanTable table, OutputFile to, CsvOutput csv) throws IOException {
    to.write(
        out -> {
          if (to.isCsv()) {
            table.sheet().writeCsv(out, csv);
          } else {
            table.sheet().writeGeoJson(out);
          }
        });
  }
}
