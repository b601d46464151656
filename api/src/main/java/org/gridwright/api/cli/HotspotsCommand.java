package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.Sides;
import org.gridwright.core.hotspot.inference.PermutationAdvice;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.FilePlaces;
import org.gridwright.data.hotspot.HotspotAnalysis;
import org.gridwright.data.hotspot.HotspotTable;
import org.gridwright.data.hotspot.Measured;
import org.gridwright.data.hotspot.PlaceColumns;
import org.gridwright.data.hotspot.PointKind;
import org.gridwright.data.hotspot.WeightsChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says where values of a file's places are high or low together, and how sure that is. */
@Command(name = "hotspots")
final class HotspotsCommand implements Callable<Integer> {

  /** At which a claim is asked to pass when permutations are advised on. */
  private static final double LEVEL = 0.05;

  private static final int MOST_ORDERS = 10;
  private static final List<String> STORE_FORMATS = List.of("csv", "geojson", "json", "gpkg");

  private final Session session;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--value", paramLabel = "FIELD")
  private @Nullable String value;

  @Option(names = "--at-risk", paramLabel = "FIELD")
  private @Nullable String atRisk;

  @Option(names = "--on", paramLabel = "WHAT")
  private @Nullable String on;

  @Mixin private final StoreHotspots ofStore = new StoreHotspots();

  @Mixin private final HotspotTestOptions testing = new HotspotTestOptions();

  @Option(names = "--weights", paramLabel = "WEIGHTS")
  private String weights = "queen";

  @Option(names = "--order", paramLabel = "ORDER")
  private int order = 1;

  @Option(names = "--points", paramLabel = "inside|centroid")
  private PointKind points = PointKind.INSIDE;

  @Option(names = "--planar")
  private boolean planar;

  @Mixin private final ReadingOptions reading = new ReadingOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE")
  private @Nullable String output;

  @Mixin
  private final CsvOutputOptions.BesideReading written = new CsvOutputOptions.BesideReading();

  @Option(names = "--explain")
  private boolean explain;

  HotspotsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    LocalOptions options = testing.options();
    boolean raw = testing.classesByRaw();
    WeightsChoice choice = WeightsChoice.of(weights, session.console()::resolve);
    requireOrder(choice);
    if (file == null) {
      ofStore.run(session, options, choice, of(on), storeOutput(raw), written.output());
      return ExitStatus.DONE;
    }
    if (code == null || value == null || ofStore.isMeant()) {
      throw CliException.usage("hotspots.file-or-store");
    }
    Measured measured = measured();
    OutputFile to = output == null ? null : outputFile(output, choice);
    HotspotAnalysis analysis;
    WeightsReport report;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots"))) {
      Progress progress = display.shares();
      FilePlaces places = read(progress.part(0, 0.3));
      advise(places, options);
      SpatialWeights links =
          choice.weights(places, points, order, reading.text(), progress.part(0.3, 0.6));
      report =
          WeightsReport.of(
              links, WeightsChoice.pointsIfAny(places, points), progress.part(0.6, 0.7));
      analysis =
          HotspotAnalysis.of(
              places, atRisk != null, measured, links, options, progress.part(0.7, 1));
    }
    HotspotTable table = new HotspotTable(analysis, testing.adjustments(), raw);
    if (to != null) {
      write(table, to);
    }
    if (to == null || !to.isStandardOutput()) {
      new HotspotReport(session, analysis, report, choice, order).print(table, raw, explain);
    }
    return ExitStatus.DONE;
  }

  private void requireOrder(WeightsChoice choice) {
    if (order < 1 || order > MOST_ORDERS || (order > 1 && !choice.isContiguity())) {
      throw CliException.usage("hotspots.order", order, MOST_ORDERS);
    }
  }

  /** Where the result of a store goes; null where only the report is wanted. */
  private @Nullable OutputFile storeOutput(boolean raw) {
    if (code != null || value != null || atRisk != null || planar || raw || order != 1 || explain) {
      throw CliException.usage("hotspots.file-or-store");
    }
    if (output == null) {
      return null;
    }
    OutputFile to = OutputFile.of(session, output, List.of());
    if (!to.isStandardOutput() && !STORE_FORMATS.contains(to.format())) {
      throw CliException.usage("hotspots.store-format", output);
    }
    return to;
  }

  private Measured measured() {
    Measured told = of(on);
    if (told == null) {
      return atRisk == null ? Measured.COUNT : Measured.RATE;
    }
    if (told != Measured.COUNT && atRisk == null) {
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

  private FilePlaces read(Progress progress) {
    return FilePlaces.read(
        Objects.requireNonNull(file),
        new PlaceColumns(Objects.requireNonNull(code), Objects.requireNonNull(value), atRisk),
        reading.reading(),
        reading.datum(),
        planar,
        note -> session.note(session.say(note)),
        progress);
  }

  /** Says before anything is drawn where that cannot come to a claim. */
  private void advise(FilePlaces places, LocalOptions options) {
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

  private OutputFile outputFile(String name, WeightsChoice choice) {
    List<Path> inputs = new ArrayList<>();
    inputs.add(Objects.requireNonNull(file));
    if (choice.file() != null) {
      inputs.add(choice.file());
    }
    OutputFile to = OutputFile.of(session, name, inputs);
    if (!to.isStandardOutput() && !List.of("csv", "geojson", "json").contains(to.format())) {
      throw CliException.usage("hotspots.which-format", name);
    }
    if (planar && !to.isStandardOutput() && !to.format().equals("csv")) {
      throw CliException.usage("hotspots.planar-csv", name);
    }
    return to;
  }

  private void write(HotspotTable table, OutputFile to) throws IOException {
    to.write(
        out -> {
          if (to.isStandardOutput() || to.format().equals("csv")) {
            table.writeCsv(out, written.output());
          } else {
            table.writeGeoJson(out);
          }
        });
  }
}
