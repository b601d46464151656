package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gridwright.api.cli.terminal.ExitStatus;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.LocalMethod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says where there is more than chance explains, and how sure that is. */
@Command(name = "hotspots")
final class HotspotsCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", index = "0", arity = "0..1")
  private @Nullable Path file;

  @Option(names = "--method", paramLabel = "METHOD")
  private String method = "gistar";

  @Option(names = "--code", paramLabel = "FIELD")
  private @Nullable String code;

  @Option(names = "--value", paramLabel = "FIELD")
  private @Nullable String value;

  @Option(names = "--at-risk", paramLabel = "FIELD")
  private @Nullable String atRisk;

  @Option(names = "--time", paramLabel = "FIELD")
  private @Nullable String time;

  @Option(names = "--step", paramLabel = "STEP")
  private @Nullable String step;

  @Mixin private final MomentOptions moments = new MomentOptions();

  @Mixin private final PlaceOptions place = new PlaceOptions();

  @Mixin private final HotspotWeightsOptions weights = new HotspotWeightsOptions();

  @Mixin private final HotspotDrawOptions draws = new HotspotDrawOptions();

  @Option(names = "--significance", paramLabel = "P")
  private double significance = 0.05;

  @Mixin private final StoreHotspots ofStore = new StoreHotspots();

  @Mixin private final LocalHotspots local = new LocalHotspots();

  @Mixin private final EmergingQuestion emerging = new EmergingQuestion();

  @Mixin private final ChangeQuestion change = new ChangeQuestion();

  @Mixin private final RepeatQuestion repeat = new RepeatQuestion();

  @Mixin private final NearRepeatQuestion nearRepeat = new NearRepeatQuestion();

  @Mixin private final ScanHotspots scan = new ScanHotspots();

  @Mixin private final DensityHotspots density = new DensityHotspots();

  @Mixin private final ScoreHotspots score = new ScoreHotspots();

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
    HotspotKind kind = HotspotKind.of(method);
    kind.requireOwn(Objects.requireNonNull(spec).commandLine().getParseResult(), method);
    HotspotRequest asked = asked();
    switch (kind) {
      case LOCAL -> local.run(asked, LocalMethod.of(method).orElseThrow());
      case EMERGING -> emerging.run(asked);
      case CHANGE -> change.run(asked);
      case REPEAT -> repeat.run(asked);
      case NEAR_REPEAT -> nearRepeat.run(asked);
      case RHYTHM -> new RhythmQuestion().run(asked);
      case SCAN -> scan.run(asked);
      case DENSITY -> density.run(asked);
      case SCORE -> score.run(asked);
    }
    return ExitStatus.DONE;
  }

  private HotspotRequest asked() {
    return new HotspotRequest(
        session,
        file,
        code,
        value,
        atRisk,
        time,
        step,
        moments,
        place,
        weights,
        draws,
        significance,
        planar,
        ofStore,
        reading,
        output,
        written.output(),
        explain);
  }
}
