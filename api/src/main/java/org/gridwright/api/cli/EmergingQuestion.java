package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.time.CubeScope;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.CubeFile;
import org.gridwright.data.hotspot.CubeTest;
import org.gridwright.data.hotspot.Days;
import org.gridwright.data.hotspot.EmergingResult;
import org.gridwright.data.hotspot.FilePlaces;
import org.gridwright.data.hotspot.PlaceColumns;
import org.gridwright.data.hotspot.StepLength;
import org.gridwright.data.hotspot.ToldPlaces;
import org.gridwright.data.hotspot.WeightsChoice;
import org.gridwright.data.hotspot.plan.PlanEmerging;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What became of places over steps of time: hotspots that emerge, stay or go. */
final class EmergingQuestion {

  @Option(names = "--before", paramLabel = "STEPS")
  private int before = 1;

  @Option(names = "--scope", paramLabel = "cube|step")
  private String scope = "cube";

  @Option(names = "--hamed-rao")
  private boolean hamedRao;

  @Option(names = "--bins", paramLabel = "FILE")
  private @Nullable String bins;

  @Option(names = "--places", paramLabel = "FILE")
  private @Nullable Path places;

  @Option(names = "--places-code", paramLabel = "FIELD")
  private @Nullable String placesCode;

  private long outside;
  private long silent;

  void run(HotspotRequest asked) throws IOException {
    HotspotSource source = new HotspotSource(asked);
    CubeTest test = test(asked);
    StepLength length = StepLength.of(asked.step());
    WeightsChoice choice = asked.weights().choice(asked.session());
    Days period = asked.store().days();
    requireFields(asked, length, period);
    source.alsoReads(places);
    source.alsoReads(choice.file());
    OutputFile to = source.output(true);
    OutputFile binsTo = source.further(bins);
    Session session = asked.session();
    EmergingResult result;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots"))) {
      Progress progress = display.shares();
      result =
          source.isFile()
              ? ofFile(asked, source, length, period, choice, test, progress)
              : ofStore(asked, length, period, choice, test, progress);
    }
    source.write(result.byPlace(), to);
    source.write(result.byBin(), binsTo);
    if (HotspotSource.isReported(to, binsTo)) {
      new EmergingReport(session, result, test, choice)
          .print(outside, asked.value() == null ? 0 : silent, asked.explain());
    }
  }

  private CubeTest test(HotspotRequest asked) {
    if (before < 0) {
      throw CliException.usage("hotspots.before", before);
    }
    CubeScope compared =
        switch (scope) {
          case "cube" -> CubeScope.WHOLE_CUBE;
          case "step" -> CubeScope.EACH_STEP;
          default -> throw CliException.usage("hotspots.scope", scope);
        };
    return new CubeTest(before, compared, asked.level(), hamedRao);
  }

  private void requireFields(HotspotRequest asked, StepLength length, Days period) {
    boolean numbered = length.kind() == StepLength.Kind.NUMBERED;
    if (asked.file() == null) {
      if (numbered || places != null || asked.weights().order() != 1) {
        throw CliException.usage("hotspots.emerging-store");
      }
    } else if (asked.code() == null || asked.time() == null) {
      throw CliException.usage("hotspots.emerging-file");
    } else if (numbered && !period.isAny()) {
      throw CliException.usage("hotspots.days-of-dates");
    }
    if (placesCode != null && places == null) {
      throw CliException.usage("hotspots.places-code");
    }
  }

  private EmergingResult ofFile(
      HotspotRequest asked,
      HotspotSource source,
      StepLength length,
      Days period,
      WeightsChoice choice,
      CubeTest test,
      Progress progress) {
    Session session = asked.session();
    FilePlaces known = places == null ? null : known(asked, places, progress.part(0, 0.1));
    CubeFile.Cube cube =
        CubeFile.read(
            source.incidents(asked.value()),
            length,
            period,
            known,
            choice.kind() != WeightsChoice.Kind.FILE,
            note -> session.note(session.say(note)),
            progress.part(0.1, 0.4));
    silent = cube.silent();
    SpatialWeights links =
        asked
            .weights()
            .links(choice, cube.places(), asked.reading().text(), progress.part(0.4, 0.6));
    return EmergingResult.of(
        ToldPlaces.of(cube.places()),
        cube.steps(),
        cube.values(),
        links,
        test,
        progress.part(0.6, 1));
  }

  private FilePlaces known(HotspotRequest asked, Path file, Progress progress) {
    Session session = asked.session();
    String code = placesCode == null ? Objects.requireNonNull(asked.code()) : placesCode;
    return FilePlaces.read(
        file,
        new PlaceColumns(code, null, null),
        asked.reading().beside(file),
        asked.reading().datum(),
        asked.planar(),
        note -> session.note(session.say(note)),
        progress);
  }

  private EmergingResult ofStore(
      HotspotRequest asked,
      StepLength length,
      Days period,
      WeightsChoice choice,
      CubeTest test,
      Progress progress) {
    try (Store store = asked.session().openStore()) {
      PlanSnapshot snapshot = asked.store().snapshot(store, progress.part(0, 0.3));
      PlanEmerging question =
          new PlanEmerging(
              asked.store().depth(snapshot.theme()),
              asked.store().query(period),
              length,
              StoreHotspots.neighbours(choice),
              test);
      PlanEmerging.Emerged emerged = question.emerged(store, snapshot, progress.part(0.3, 1));
      outside = emerged.outside();
      return emerged.result();
    }
  }
}
