package org.gridwright.api.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.scan.ScanCluster;
import org.gridwright.core.hotspot.scan.ScanOptions;
import org.gridwright.core.hotspot.scan.ScanResult;
import org.gridwright.data.hotspot.MethodNote;
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

  ScanReport(Session session, ScanTable table) {
    this.session = session;
    this.input = table.input();
    this.result = table.result();
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
            session.say("hotspots.scan." + table.model()),
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
    if (!result.clusters().isEmpty()) {
      session.printTable(rows());
      printMembers();
    }
    table.notes().forEach(note -> session.note(session.say(note.told())));
  }

  private String explanation() {
    return session.say(
        "hotspots.scan.explain",
        session.say("hotspots.scan.explain." + table.model()),
        result.options().replicas());
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
    json.putAll(table.summary());
    json.put("outside", input.outside());
    json.put("clusters", table.clusters());
    json.put("warnings", table.notes().stream().map(MethodNote::id).toList());
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
    recipe.put("model", table.model());
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
