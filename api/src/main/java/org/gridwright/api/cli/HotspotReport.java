package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.Chance;
import org.gridwright.core.hotspot.LocalOptions;
import org.gridwright.core.hotspot.LocalTest;
import org.gridwright.core.hotspot.TestWarning;
import org.gridwright.core.hotspot.global.Correlogram;
import org.gridwright.core.hotspot.global.GlobalFigure;
import org.gridwright.core.hotspot.inference.NotDefined;
import org.gridwright.core.hotspot.score.FalseClaims;
import org.gridwright.core.hotspot.weights.WeightsReport;
import org.gridwright.data.hotspot.HotspotAnalysis;
import org.gridwright.data.hotspot.HotspotTable;
import org.gridwright.data.hotspot.WeightsChoice;
import org.jspecify.annotations.Nullable;

/** What is told of a tested file: its recipe, weights, global figures, and how many claims. */
final class HotspotReport {

  private static final int MOST_ISLANDS_NAMED = 20;

  private final Session session;
  private final HotspotAnalysis analysis;
  private final WeightsReport weights;
  private final WeightsChoice choice;
  private final int order;

  HotspotReport(
      Session session,
      HotspotAnalysis analysis,
      WeightsReport weights,
      WeightsChoice choice,
      int order) {
    this.session = session;
    this.analysis = analysis;
    this.weights = weights;
    this.choice = choice;
    this.order = order;
  }

  /**
   * Tells of a table.
   *
   * @param shuffled what the same test claimed of shuffled values; null where that was not asked
   * @param byDistance how alike values are within distances; null likewise
   */
  void print(
      HotspotTable table,
      boolean raw,
      boolean explain,
      @Nullable FalseClaims shuffled,
      @Nullable Correlogram byDistance) {
    Map<String, Integer> classes = classes(table);
    if (session.options().json()) {
      Map<String, Object> json = json(classes, raw, explain);
      if (shuffled != null) {
        json.put("falseClaims", falseClaims(shuffled));
      }
      if (byDistance != null) {
        json.put("correlogram", CorrelogramReport.json(byDistance));
      }
      session.printJson(json);
      return;
    }
    if (explain) {
      session.print(explanation(raw));
    }
    session.print(
        session.say(
            "hotspots.weights",
            weights.places(),
            weights.links(),
            Decimals.of(weights.meanNeighbours().orElse(0), 2),
            weights.mostNeighbours(),
            weights.islands().size(),
            weights.components()));
    weights
        .safeBandMetres()
        .ifPresent(
            metres -> session.print(session.say("hotspots.safe-band", Decimals.of(metres, 1))));
    printGlobal();
    List<List<String>> counts = new ArrayList<>();
    classes.forEach((id, count) -> counts.add(List.of(id, String.valueOf(count))));
    session.printTable(counts);
    if (shuffled != null) {
      printFalseClaims(shuffled);
    }
    if (byDistance != null) {
      CorrelogramReport.print(session, byDistance);
    }
    analysis.warnings().forEach(warning -> session.note(session.say(warning.told())));
  }

  private void printFalseClaims(FalseClaims shuffled) {
    session.print(
        session.say(
            "hotspots.false-claims",
            shuffled.runs(),
            Decimals.of(shuffled.shareOfRuns(), 3),
            String.valueOf(LocalHotspots.LEVEL),
            Decimals.of(shuffled.greatestExpected(LocalHotspots.LEVEL), 3),
            Decimals.of(shuffled.shareOfPlaces(), 4)));
  }

  private static Map<String, Object> falseClaims(FalseClaims shuffled) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("runs", shuffled.runs());
    json.put("runsWithClaims", shuffled.runsWithClaims());
    json.put("shareOfRuns", shuffled.shareOfRuns());
    json.put("nominal", LocalHotspots.LEVEL);
    json.put("greatestExpected", shuffled.greatestExpected(LocalHotspots.LEVEL));
    json.put("shareOfPlaces", shuffled.shareOfPlaces());
    return json;
  }

  private void printGlobal() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(session.say("hotspots.global"), "", "E", "Var", "z", "p"));
    for (GlobalFigure figure : analysis.global()) {
      rows.add(
          figure.isDefined()
              ? List.of(
                  figure.id(),
                  String.valueOf(figure.value()),
                  String.valueOf(figure.expectation()),
                  String.valueOf(figure.variance()),
                  String.valueOf(figure.z()),
                  String.valueOf(figure.p().orElseThrow()))
              : List.of(
                  figure.id(), session.say(figure.reason().orElseThrow().told()), "", "", "", ""));
    }
    session.printTable(rows);
  }

  private Map<String, Integer> classes(HotspotTable table) {
    Map<String, Integer> classes = new TreeMap<>();
    for (int place = 0; place < analysis.places().size(); place++) {
      classes.merge(table.classOf(place).id(), 1, Integer::sum);
    }
    return classes;
  }

  /** What the result claims, in one paragraph. */
  private String explanation(boolean raw) {
    LocalOptions options = analysis.test().options();
    return session.say(
        "hotspots.explain",
        session.say("hotspots.explain." + options.method().id()),
        options.chance() == Chance.PERMUTATION
            ? session.say("hotspots.explain.permutation", options.draws())
            : session.say("hotspots.explain." + options.chance().id()),
        session.say("hotspots.explain." + (raw ? "raw" : "bh"), analysis.test().tested()),
        session.say("hotspots.explain.limits"));
  }

  private Map<String, Object> json(Map<String, Integer> classes, boolean raw, boolean explain) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe(raw));
    json.put("weights", weightsJson());
    json.put("global", analysis.global().stream().map(HotspotReport::figure).toList());
    LocalTest test = analysis.test();
    json.put("places", test.size());
    json.put("tested", test.tested());
    json.put("classes", classes);
    json.put("notDefined", notDefined());
    json.put("warnings", analysis.warnings().stream().map(TestWarning::id).toList());
    if (explain) {
      json.put("explanation", explanation(raw));
    }
    return json;
  }

  private Map<String, Object> recipe(boolean raw) {
    LocalOptions options = analysis.test().options();
    Map<String, Object> recipe = new LinkedHashMap<>();
    recipe.put("file", analysis.places().file());
    recipe.put("method", options.method().id());
    recipe.put("on", analysis.measured().id());
    recipe.put("weights", choice.id());
    recipe.put("order", order);
    recipe.put("style", String.valueOf(options.style().letter()));
    recipe.put("planar", analysis.places().isPlanar());
    recipe.put("moments", options.moments().id());
    recipe.put("chance", options.chance().id());
    recipe.put("sides", options.sides().id());
    if (options.chance() == Chance.PERMUTATION) {
      recipe.put("permutations", options.draws());
      recipe.put("seed", options.seed());
    }
    recipe.put("classBy", raw ? "raw" : "bh");
    return recipe;
  }

  private Map<String, @Nullable Object> weightsJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("links", weights.links());
    json.put("components", weights.components());
    json.put("islands", weights.islands().size());
    json.put(
        "islandCodes",
        weights.islands().stream().limit(MOST_ISLANDS_NAMED).map(analysis.places()::code).toList());
    json.put("meanNeighbours", orNull(weights.meanNeighbours()));
    json.put("leastNeighbours", weights.leastNeighbours());
    json.put("mostNeighbours", weights.mostNeighbours());
    json.put("safeBandMetres", orNull(weights.safeBandMetres()));
    return json;
  }

  private static @Nullable Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  private static Map<String, Object> figure(GlobalFigure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("statistic", figure.id());
    if (figure.isDefined()) {
      json.put("value", figure.value());
      json.put("expectation", figure.expectation());
      json.put("variance", figure.variance());
      json.put("z", figure.z());
      json.put("p", figure.p().orElseThrow());
    } else {
      json.put("notDefined", figure.reason().map(NotDefined::id).orElseThrow());
    }
    return json;
  }

  private Map<String, Integer> notDefined() {
    Map<String, Integer> reasons = new TreeMap<>();
    for (int place = 0; place < analysis.places().size(); place++) {
      analysis.reason(place).ifPresent(reason -> reasons.merge(reason.id(), 1, Integer::sum));
    }
    return reasons;
  }
}
