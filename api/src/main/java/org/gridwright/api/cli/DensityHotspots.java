package org.gridwright.api.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.OutputFile;
import org.gridwright.api.cli.terminal.ProgressDisplay;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.density.DensityKernel;
import org.gridwright.core.hotspot.density.EdgeCorrection;
import org.gridwright.core.work.Progress;
import org.gridwright.data.hotspot.BandwidthChoice;
import org.gridwright.data.hotspot.DensityAnalysis;
import org.gridwright.data.hotspot.DensityGround;
import org.gridwright.data.hotspot.DensityOptions;
import org.gridwright.data.hotspot.DensityPoints;
import org.gridwright.data.hotspot.DensityRaster;
import org.gridwright.data.hotspot.HotspotFile;
import org.gridwright.data.hotspot.plan.PlanSurface;
import org.gridwright.data.intake.PointFields;
import org.gridwright.data.snapshot.PlanSnapshot;
import org.gridwright.data.store.Store;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How dense incidents lie, by kernels; a description, which claims nothing. */
final class DensityHotspots {

  private static final List<String> FORMATS = List.of("csv", "geojson", "json", "png");

  @Option(names = "--bandwidth", paramLabel = "METRES|RULE")
  private String bandwidth = "scott";

  @Option(names = "--kernel", paramLabel = "gaussian|quartic")
  private DensityKernel kernel = DensityKernel.GAUSSIAN;

  @Option(names = "--cell", paramLabel = "METRES")
  private @Nullable Double cell;

  @Option(names = "--edge", paramLabel = "none|uniform|diggle")
  private EdgeCorrection edge = EdgeCorrection.NONE;

  @Option(names = "--window", paramLabel = "FILE")
  private @Nullable Path window;

  /** Where a result goes, and where the position of a picture. */
  private record Outputs(OutputFile result, @Nullable OutputFile world) {}

  /** Makes a density, writes and reports. */
  void run(HotspotRequest asked) throws IOException {
    boolean mixed =
        asked.file() == null ? asked.isOfFile() || window != null : asked.store().isMeant();
    if (mixed) {
      throw CliException.usage("hotspots.density-file-or-store");
    }
    if (cell != null && !(cell > 0)) {
      throw CliException.usage("hotspots.density-cell", cell);
    }
    Session session = asked.session();
    DensityOptions options =
        new DensityOptions(kernel, BandwidthChoice.of(bandwidth), cell == null ? 0 : cell, edge);
    Outputs to = asked.output() == null ? null : outputs(asked, asked.output());
    DensityAnalysis analysis;
    try (ProgressDisplay display =
        ProgressDisplay.ofShares(session, session.say("progress.hotspots-density"))) {
      Progress progress = display.shares();
      analysis =
          asked.file() == null
              ? ofStore(asked, options, progress)
              : ofFile(asked, options, progress);
    }
    DensityRaster raster = new DensityRaster(analysis);
    if (to != null) {
      write(asked, raster, to);
    }
    if (to == null || !to.result().isStandardOutput()) {
      new DensityReport(session, analysis, raster).print(asked);
    }
  }

  private Outputs outputs(HotspotRequest asked, String name) {
    List<Path> inputs = new ArrayList<>();
    if (asked.file() != null) {
      inputs.add(asked.file());
    }
    if (window != null) {
      inputs.add(window);
    }
    OutputFile result = OutputFile.of(asked.session(), name, inputs);
    if (result.isStandardOutput()) {
      return new Outputs(result, null);
    }
    boolean picture = result.format().equals("png");
    if (!FORMATS.contains(result.format()) || (picture && name.endsWith(".gz"))) {
      throw CliException.usage("hotspots.density-format", name);
    }
    if (asked.planar() && result.format().endsWith("json")) {
      throw CliException.usage("hotspots.planar-csv", name);
    }
    return new Outputs(
        result,
        picture
            ? OutputFile.of(
                asked.session(), name.substring(0, name.length() - "png".length()) + "pgw", inputs)
            : null);
  }

  private DensityAnalysis ofFile(HotspotRequest asked, DensityOptions options, Progress progress) {
    HotspotFile file = asked.hotspotFile();
    DensityPoints points = DensityPoints.read(file, asked::tell, progress.part(0, 0.3));
    Optional<DensityGround> ground =
        window == null
            ? Optional.empty()
            : Optional.of(
                DensityGround.read(
                    new HotspotFile(
                        window,
                        asked.reading().beside(window),
                        file.datum(),
                        file.planar(),
                        PointFields.GEOMETRY,
                        file.times()),
                    asked::tell,
                    progress.part(0.3, 0.4)));
    return DensityAnalysis.of(points, ground, options, progress.part(0.4, 1));
  }

  private static DensityAnalysis ofStore(
      HotspotRequest asked, DensityOptions options, Progress progress) {
    try (Store store = asked.session().openStore()) {
      PlanSnapshot snapshot = asked.store().snapshot(store, progress.part(0, 0.2));
      return new PlanSurface(asked.store().incidents(), options)
          .analysis(store, snapshot, progress.part(0.2, 1));
    }
  }

  private static void write(HotspotRequest asked, DensityRaster raster, Outputs to)
      throws IOException {
    OutputFile result = to.result();
    result.write(
        out -> {
          if (result.isCsv()) {
            raster.writeCsv(out, asked.csv());
          } else if (result.format().equals("png")) {
            raster.writePicture(out);
          } else {
            raster.writeGeoJson(out, asked.session().quiet());
          }
        });
    if (to.world() != null) {
      to.world().write(out -> out.write(raster.worldFile().getBytes(StandardCharsets.US_ASCII)));
    }
  }
}
