package org.gridwright.api.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.density.RasterFrame;
import org.gridwright.data.hotspot.DensityAnalysis;
import org.gridwright.data.hotspot.DensityRaster;
import org.gridwright.data.hotspot.MethodNote;
import org.jspecify.annotations.Nullable;

/** What is told of a density: what it was made by, where it is greatest, and how exact it is. */
final class DensityReport {

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
    List<BigDecimal> peak = raster.peakAt();
    session.print(
        session.say(
            "hotspots.density-raster",
            frame.columns(),
            frame.rows(),
            Decimals.of(frame.cellMetres(), 1),
            Decimals.of(raster.peakPerSquareKilometre(), 2),
            peak.get(0).toPlainString(),
            peak.get(1).toPlainString()));
    session.print(
        analysis.surface().errorShare() == 0
            ? session.say("hotspots.density-exact")
            : session.say(
                "hotspots.density-error",
                String.format(Locale.ROOT, "%.2g", error()),
                analysis.surface().errorShare()));
    raster.notes().forEach(note -> session.note(session.say(note.told())));
  }

  private static String id(Enum<?> of) {
    return of.name().toLowerCase(Locale.ROOT);
  }

  /** By square kilometre, by how much a value may be wrong. */
  private double error() {
    return analysis.surface().errorShare() * raster.peakPerSquareKilometre();
  }

  private Map<String, @Nullable Object> json(HotspotRequest asked) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe(asked));
    json.putAll(raster.summary());
    json.put("outside", analysis.outside());
    json.put("warnings", raster.notes().stream().map(MethodNote::id).toList());
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
