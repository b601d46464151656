package org.gridwright.api.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.density.DensitySurface;
import org.gridwright.core.hotspot.density.RasterFrame;
import org.gridwright.data.hotspot.DensityAnalysis;
import org.gridwright.data.hotspot.DensityRaster;
import org.jspecify.annotations.Nullable;

/** What is told of a density: what it was made by, where it is greatest, and how exact it is. */
final class DensityReport {

  private static final double SQUARE_METRES = 1e6;

  private final Session session;
  private final DensityAnalysis analysis;
  private final DensityRaster raster;
  private final RasterFrame frame;

  DensityReport(Session session, DensityAnalysis analysis, DensityRaster raster) {
    this.session = session;
    this.analysis = analysis;
    this.raster = raster;
    this.frame = analysis.surface().frame();
  }

  /** The first cell with the greatest density. */
  private record PeakCell(int column, int row) {}

  void print(HotspotRequest asked) {
    if (session.options().json()) {
      session.printJson(json(asked));
      return;
    }
    if (asked.explain()) {
      session.print(session.say("hotspots.density.explain"));
    }
    session.print(
        session.say(
            "hotspots.density-of",
            analysis.surface().incidents(),
            analysis.outside(),
            id(analysis.options().kernel()),
            Decimals.of(analysis.bandwidth(), 1),
            analysis.options().bandwidth().id(),
            id(analysis.options().edge())));
    PeakCell peak = peak();
    session.print(
        session.say(
            "hotspots.density-raster",
            frame.columns(),
            frame.rows(),
            Decimals.of(frame.cellMetres(), 1),
            Decimals.of(perSquareKilometre(), 2),
            raster.easting(peak.column()),
            raster.northing(peak.row())));
    session.print(
        analysis.surface().errorShare() == 0
            ? session.say("hotspots.density-exact")
            : session.say(
                "hotspots.density-error",
                String.format(Locale.ROOT, "%.2g", error()),
                analysis.surface().errorShare()));
    session.note(session.say("hotspots.density-claims-nothing"));
  }

  private static String id(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  private double perSquareKilometre() {
    return analysis.surface().peak() * SQUARE_METRES;
  }

  /** By square kilometre, by how much a value may be wrong. */
  private double error() {
    return analysis.surface().errorShare() * perSquareKilometre();
  }

  private PeakCell peak() {
    DensitySurface surface = analysis.surface();
    PeakCell best = new PeakCell(0, 0);
    double greatest = -1;
    for (int row = 0; row < frame.rows(); row++) {
      for (int column = 0; column < frame.columns(); column++) {
        OptionalDouble density = surface.at(column, row);
        if (density.isPresent() && density.getAsDouble() > greatest) {
          greatest = density.getAsDouble();
          best = new PeakCell(column, row);
        }
      }
    }
    return best;
  }

  private Map<String, @Nullable Object> json(HotspotRequest asked) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe(asked));
    json.put("incidents", analysis.surface().incidents());
    json.put("outside", analysis.outside());
    json.put("bandwidth", analysis.bandwidth());
    json.put("cell", frame.cellMetres());
    json.put("columns", frame.columns());
    json.put("rows", frame.rows());
    PeakCell peak = peak();
    json.put("peakPerSquareKilometre", perSquareKilometre());
    json.put(
        "peakAt",
        List.of(
            new BigDecimal(raster.easting(peak.column())),
            new BigDecimal(raster.northing(peak.row()))));
    json.put("errorPerSquareKilometre", error());
    json.put("total", analysis.surface().total());
    json.put("warnings", List.of("claims-nothing"));
    if (asked.explain()) {
      json.put("explanation", session.say("hotspots.density.explain"));
    }
    return json;
  }

  private Map<String, @Nullable Object> recipe(HotspotRequest asked) {
    Map<String, @Nullable Object> recipe = new LinkedHashMap<>();
    recipe.put("file", asked.file() == null ? null : String.valueOf(asked.file().getFileName()));
    recipe.put("method", "density");
    recipe.put("planar", asked.planar());
    recipe.put("kernel", id(analysis.options().kernel()));
    recipe.put("bandwidth", analysis.options().bandwidth().id());
    recipe.put("edge", id(analysis.options().edge()));
    return recipe;
  }
}
