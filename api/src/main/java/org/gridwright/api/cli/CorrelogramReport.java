package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.global.Correlogram;
import org.gridwright.core.hotspot.global.Correlogram.CorrelogramStep;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.jspecify.annotations.Nullable;

/** Moran's I within growing distances, and the distance that it proposes for a band. */
final class CorrelogramReport {

  private CorrelogramReport() {}

  static void print(Session session, Correlogram correlogram) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(session.say("hotspots.within"), session.say("hotspots.links"), "I", "z"));
    for (CorrelogramStep step : correlogram.steps()) {
      GlobalFigure moran = step.moran();
      rows.add(
          List.of(
              Decimals.of(step.reach(), 1),
              String.valueOf(step.links()),
              moran.isDefined() ? Decimals.of(moran.value(), 4) : "",
              moran.isDefined()
                  ? Decimals.of(moran.z(), 2)
                  : session.say(moran.reason().orElseThrow().told())));
    }
    session.printTable(rows);
    session.print(
        correlogram
            .peak()
            .map(step -> session.say("hotspots.peak", Decimals.of(step.reach(), 1)))
            .orElseGet(() -> session.say("hotspots.no-peak")));
  }

  static Map<String, @Nullable Object> json(Correlogram correlogram) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("steps", correlogram.steps().stream().map(CorrelogramReport::step).toList());
    json.put("peakMetres", correlogram.peak().map(CorrelogramStep::reach).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> step(CorrelogramStep step) {
    GlobalFigure moran = step.moran();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("metres", step.reach());
    json.put("links", step.links());
    json.put("moran", moran.isDefined() ? moran.value() : null);
    json.put("z", moran.isDefined() ? moran.z() : null);
    return json;
  }
}
