package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.scan.NothingToScan;
import org.gridwright.core.hotspot.scan.ScanCluster;
import org.gridwright.core.hotspot.scan.ScanModel;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.hotspot.scan.ScanResult;
import org.gridwright.data.hotspot.ScanInput;
import org.gridwright.data.hotspot.ScanTable;
import org.jspecify.annotations.Nullable;

/** What is told of a scan: its recipe, its clusters, and what they do not mean. */
final class ScanReport {

  private static final int MOST_CLUSTERS = 10;
  private static final int MOST_MEMBERS = 12;

  private final Session session;
  private final ScanInput input;
  private final ScanResult result;
  private final ScanTable table;

  ScanReport(Session session, ScanInput input, ScanResult result, ScanTable table) {
    this.session = session;
    this.input = input;
    this.result = result;
    this.table = table;
  }

  void print(HotspotRequest asked) {
    if (session.options().json()) {
      session.printJson(json(asked));
      return;
    }
    if (asked.explain()) {
      session.print(explanation());
    }
    session.print(
        session.say(
            "hotspots.scanned",
            session.say("hotspots.scan." + model()),
            input.places().size(),
            result.cases(),
            input.outside(),
            result.options().replicas()));
    input
        .steps()
        .ifPresent(
            steps ->
                session.print(
                    session.say(
                        "hotspots.scan-steps",
                        steps.count(),
                        steps.length().id(),
                        steps.begin(0).toString(),
                        steps.end(steps.count() - 1).toString())));
    result.reason().ifPresent(reason -> session.print(session.say(key(reason))));
    if (!result.clusters().isEmpty()) {
      session.printTable(rows());
      printMembers();
    }
    notes().forEach(key -> session.note(session.say(key)));
  }

  private static String key(NothingToScan reason) {
    return "hotspots.scan.nothing." + reason.id();
  }

  private String model() {
    return result.model().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String explanation() {
    return session.say(
        "hotspots.scan.explain",
        session.say("hotspots.scan.explain." + model()),
        result.options().replicas());
  }

  /** Keys of what a person should know of this scan. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (result.model() == ScanModel.POISSON) {
      notes.add("hotspots.scan.overdispersion");
    }
    if (result.options().replicas() == 0) {
      notes.add("hotspots.scan.no-replicas");
    }
    return notes;
  }

  private List<List<String>> rows() {
    boolean alive = result.options().alive();
    List<String> header = new ArrayList<>(List.of("#"));
    for (String column : List.of("centre", "places", "radius", "count", "expected", "risk")) {
      header.add(session.say("hotspots.scan.column." + column));
    }
    header.addAll(List.of("LLR", "p", session.say("hotspots.scan.column.gumbel")));
    if (input.steps().isPresent()) {
      header.add(session.say("hotspots.scan.column.period"));
    }
    if (alive) {
      header.add(session.say("hotspots.scan.column.recurrence"));
    }
    List<List<String>> rows = new ArrayList<>(List.of(header));
    result.clusters().stream().limit(MOST_CLUSTERS).forEach(it -> rows.add(row(it, rows.size())));
    return rows;
  }

  private List<String> row(ScanCluster cluster, int number) {
    List<String> row =
        new ArrayList<>(
            List.of(
                String.valueOf(number),
                input.places().codes().get(cluster.centre()),
                String.valueOf(cluster.members().size()),
                Decimals.of(cluster.radiusMetres(), 1),
                String.valueOf(cluster.count()),
                Decimals.of(cluster.expected(), 2),
                rounded(cluster.relativeRisk(), 2),
                Decimals.of(cluster.ratio(), 6),
                rounded(cluster.p(), 5),
                chance(cluster.gumbelP())));
    input
        .steps()
        .ifPresent(
            steps ->
                row.add(steps.begin(cluster.firstStep()) + " – " + steps.end(cluster.lastStep())));
    if (result.options().alive()) {
      row.add(rounded(cluster.recurrenceSteps(), 0));
    }
    return row;
  }

  private String rounded(OptionalDouble figure, int places) {
    return figure.isPresent()
        ? Decimals.of(figure.getAsDouble(), places)
        : session.say("hotspots.undefined");
  }

  private String chance(OptionalDouble p) {
    return p.isPresent()
        ? String.format(Locale.ROOT, "%.2g", p.getAsDouble())
        : session.say("hotspots.undefined");
  }

  private void printMembers() {
    int number = 0;
    for (ScanCluster cluster : result.clusters().stream().limit(MOST_CLUSTERS).toList()) {
      List<String> codes =
          cluster.members().stream().limit(MOST_MEMBERS).map(input.places().codes()::get).toList();
      int more = cluster.members().size() - codes.size();
      String key = more == 0 ? "hotspots.scan.members" : "hotspots.scan.members-more";
      session.print(session.say(key, ++number, String.join(" ", codes), more));
    }
    int more = result.clusters().size() - number;
    if (more > 0) {
      session.print(session.say("hotspots.scan.more-clusters", more));
    }
  }

  private Map<String, @Nullable Object> json(HotspotRequest asked) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("recipe", recipe(asked));
    json.put("places", input.places().size());
    json.put("cases", result.cases());
    json.put("outside", input.outside());
    if (result.model() != ScanModel.SPACE_TIME_PERMUTATION) {
      json.put("population", result.population());
    }
    json.put("clusters", table.clusters());
    result.reason().ifPresent(reason -> json.put("notDefined", reason.id()));
    json.put(
        "warnings", notes().stream().map(key -> key.substring(key.lastIndexOf('.') + 1)).toList());
    if (asked.explain()) {
      json.put("explanation", explanation());
    }
    return json;
  }

  private Map<String, @Nullable Object> recipe(HotspotRequest asked) {
    ScanOptions options = result.options();
    Map<String, @Nullable Object> recipe = new LinkedHashMap<>();
    recipe.put("file", asked.file() == null ? null : String.valueOf(asked.file().getFileName()));
    recipe.put("method", "scan");
    recipe.put("model", model());
    recipe.put("planar", asked.planar());
    recipe.put("direction", options.direction().name().toLowerCase(Locale.ROOT));
    recipe.put("largestShare", options.populationShare());
    recipe.put(
        "largestMetres", Double.isFinite(options.radiusMetres()) ? options.radiusMetres() : null);
    recipe.put("leastCases", options.leastCases());
    input
        .steps()
        .ifPresent(
            steps -> {
              recipe.put("step", steps.length().id());
              recipe.put("steps", steps.count());
              recipe.put("longestSteps", Math.min(options.longestSteps(), steps.count()));
              recipe.put("alive", options.alive());
            });
    recipe.put("replicas", options.replicas());
    recipe.put("seed", options.seed());
    return recipe;
  }
}
