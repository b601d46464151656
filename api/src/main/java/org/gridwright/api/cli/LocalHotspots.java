package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalMethod;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.Sides;
import org.gridwright.core.hotspot.global.Correlogram;
import org.gridwright.core.hotspot.inference.PermutationAdvice;
import org.gridwright.core.hotspot.score.FalseClaims;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.hotspot.FilePlaces;
import org.gridwright.data.hotspot.HotspotAnalysis;
import org.gridwright.data.hotspot.HotspotTable;
import org.gridwright.data.hotspot.Measured;
import org.gridwright.data.hotspot.WeightsChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where values of a file's places, or incidents of the store, are high or low together. */
final class LocalHotspots {

  /** At which a claim is asked to pass when permutations are advised on, or values shuffled. */
  static final double LEVEL = 0.05;

  private static final List<String> STORE_FORMATS =
      List.of("csv", "geojson", "json", "gpkg", "png");

  @Option(names = "--on", paramLabel = "WHAT")
  private @Nullable String on;

  @Option(names = "--false-claims")
  private boolean falseClaims;

  @Option(names = "--correlogram", paramLabel = "METRES,…")
  private @Nullable String correlogram;

  @Mixin private final HotspotTestOptions testing = new HotspotTestOptions();

  /** Tests, writes and reports. */
  void run(HotspotRequest asked, LocalMethod method) throws IOException {
    LocalOptions options = testing.options(method, asked.draws());
    boolean raw = testing.classesByRaw();
    WeightsChoice choice = asked.weights().choice(asked.session());
    if (asked.file() == null) {
      OutputFile to = storeOutput(asked, raw);
      asked.store().run(asked.session(), options, choice, of(on), to, asked.csv());
      return;
    }
    if (asked.code() == null || asked.value() == null || asked.store().isMeant()) {
      throw CliException.usage("hotspots.file-or-store");
    }
    ofFile(asked, options, raw, choice);
  }

  private void ofFile(HotspotRequest asked, LocalOptions options, boolean raw, WeightsChoice choice)
      throws IOException {
    Session session = asked.session();
    Measured measured = measured(asked);
    OutputFile to = asked.output() == null ? null : outputFile(asked, asked.output(), choice);
    HotspotAnalysis analysis;
    WeightsReport report;
    FalseClaims shuffled;
    Correlogram byDistance;
    List<Double> bands =
        correlogram == null ? List.of() : BandWords.of("--correlogram", correlogram);
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots"))) {
      Progress progress = display.shares();
      FilePlaces places = asked.places(progress.part(0, 0.3));
      advise(session, places, options);
      SpatialWeights links =
          asked.weights().links(choice, places, asked.reading().text(), progress.part(0.3, 0.6));
      report =
          WeightsReport.of(
              links,
              WeightsChoice.pointsIfAny(places, asked.weights().points()),
              progress.part(0.6, 0.7));
      analysis =
          HotspotAnalysis.of(
              places, asked.atRisk() != null, measured, links, options, progress.part(0.7, 0.8));
      shuffled =
          falseClaims
              ? analysis.falseClaims(links, raw, LEVEL, asked.draws().seed(), progress.part(0.8, 1))
              : null;
      byDistance =
          bands.isEmpty()
              ? null
              : analysis.correlogram(asked.weights().points(), bands, progress.quiet());
    }
    HotspotTable table = new HotspotTable(analysis, testing.adjustments(), raw);
    if (to != null) {
      write(table, to, asked.csv());
    }
    if (to == null || !to.isStandardOutput()) {
      new HotspotReport(session, analysis, report, choice, asked.weights().order())
          .print(table, raw, asked.explain(), shuffled, byDistance);
    }
  }

  /** Where the result of a store goes; null where only the report is wanted. */
  private @Nullable OutputFile storeOutput(HotspotRequest asked, boolean raw) {
    if (asked.isOfFile()
        || raw
        || asked.weights().order() != 1
        || asked.explain()
        || falseClaims
        || correlogram != null) {
      throw CliException.usage("hotspots.file-or-store");
    }
    if (asked.output() == null) {
      return null;
    }
    OutputFile to = OutputFile.of(asked.session(), asked.output(), List.of());
    if (!to.isStandardOutput() && !STORE_FORMATS.contains(to.format())) {
      throw CliException.usage("hotspots.store-format", asked.output());
    }
    return to;
  }

  private Measured measured(HotspotRequest asked) {
    Measured told = of(on);
    if (told == null) {
      return asked.atRisk() == null ? Measured.COUNT : Measured.RATE;
    }
    if (told != Measured.COUNT && asked.atRisk() == null) {
      throw CliException.usage("hotspots.needs-at-risk", told.id());
    }
    return told;
  }

  /** What a word means is tested; null where nothing is said. */
  private static @Nullable Measured of(@Nullable String on) {
    if (on == null) {
      return null;
    }
    return Arrays.stream(Measured.values())
        .filter(each -> each.id().equalsIgnoreCase(on))
        .findFirst()
        .orElseThrow(() -> CliException.usage("hotspots.on", on));
  }

  /** Says before anything is drawn where that cannot come to a claim. */
  private static void advise(Session session, FilePlaces places, LocalOptions options) {
    if (options.chance() == Chance.PERMUTATION) {
      PermutationAdvice advice =
          new PermutationAdvice(
              places.values().definedCount(),
              options.draws(),
              options.sides() == Sides.TWO ? 2 : 1,
              LEVEL);
      if (!advice.isEnough()) {
        session.note(session.say(advice.told()));
      }
    }
  }

  private static OutputFile outputFile(HotspotRequest asked, String name, WeightsChoice choice) {
    List<Path> inputs = new ArrayList<>();
    inputs.add(Objects.requireNonNull(asked.file()));
    if (choice.file() != null) {
      inputs.add(choice.file());
    }
    return asked.outputFile(name, inputs);
  }

  private static void write(HotspotTable table, OutputFile to, CsvOutput csv) throws IOException {
    to.write(
        out -> {
          if (to.isCsv()) {
            table.writeCsv(out, csv);
          } else {
            table.writeGeoJson(out);
          }
        });
  }
}
