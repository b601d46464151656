package org.gridwright.data.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.scan.NothingToScan;
import org.gridwright.core.hotspot.scan.ScanCluster;
import org.gridwright.core.hotspot.scan.ScanDirection;
import org.gridwright.core.hotspot.scan.ScanModel;
import org.gridwright.core.hotspot.scan.ScanResult;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a table, with a row for each place, and as a list of clusters. Clusters are counted
 * from 1, the strongest first; places in none have no number.
 */
public final class ScanTable {

  private static final int NONE = -1;
  private static final int MOST_NAMED = 10;

  private final ScanInput input;
  private final ScanResult result;
  private final int[] clusterOf;

  public ScanTable(ScanInput input, ScanResult result) {
    this.input = input;
    this.result = result;
    this.clusterOf = new int[input.places().size()];
    Arrays.fill(clusterOf, NONE);
    for (int cluster = 0; cluster < result.clusters().size(); cluster++) {
      for (int member : result.clusters().get(cluster).members()) {
        clusterOf[member] = cluster;
      }
    }
  }

  public ScanInput input() {
    return input;
  }

  public ScanResult result() {
    return result;
  }

  /** A row for each place; in a GeoJSON the clusters stand beside them. */
  public FigureSheet sheet() {
    List<String> columns = new ArrayList<>(List.of("code", "cases"));
    input.population().ifPresent(it -> columns.add("population"));
    input.controls().ifPresent(it -> columns.add("controls"));
    columns.addAll(List.of("cluster", "centre"));
    figures(null).keySet().forEach(name -> columns.add("cluster_" + name));
    return new FigureSheet(
        columns,
        () -> IntStream.range(0, clusterOf.length).mapToObj(this::row),
        Map.of("clusters", clusters()));
  }

  private FigureSheet.FigureRow row(int place) {
    int number = clusterOf[place];
    ScanCluster cluster = number == NONE ? null : result.clusters().get(number);
    FigureSheet.Values values =
        new FigureSheet.Values()
            .text(input.places().codes().get(place))
            .whole(IntStream.of(input.cases()[place]).sum());
    input.population().ifPresent(it -> values.figure(it[place][it[place].length - 1]));
    input.controls().ifPresent(it -> values.whole(IntStream.of(it[place]).sum()));
    values.any(cluster == null ? null : number + 1).text(cluster == null ? null : centre(cluster));
    figures(cluster).values().forEach(values::any);
    return values.row(input.places().shape().apply(place));
  }

  private String centre(ScanCluster cluster) {
    return input.places().codes().get(cluster.centre());
  }

  /** The clusters, the strongest first, with the codes of their members. */
  public List<Map<String, @Nullable Object>> clusters() {
    List<Map<String, @Nullable Object>> clusters = new ArrayList<>();
    for (ScanCluster cluster : result.clusters()) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      told.put("cluster", clusters.size() + 1);
      told.put("centre", centre(cluster));
      told.put("members", cluster.members().stream().map(input.places().codes()::get).toList());
      told.putAll(figures(cluster));
      clusters.add(told);
    }
    return clusters;
  }

  /** What is told of a cluster; of no cluster, the same columns without values. */
  private Map<String, @Nullable Object> figures(@Nullable ScanCluster of) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("direction", of == null ? null : direction(of));
    figures.put("radius_m", of == null ? null : of.radiusMetres());
    input
        .steps()
        .ifPresent(
            steps -> {
              figures.put("from", of == null ? null : steps.begin(of.firstStep()).toString());
              figures.put("to", of == null ? null : steps.end(of.lastStep()).toString());
            });
    figures.put("population", of == null ? null : orNull(of.population()));
    figures.put("count", of == null ? null : of.count());
    figures.put("expected", of == null ? null : of.expected());
    figures.put("relative_risk", of == null ? null : orNull(of.relativeRisk()));
    figures.put("llr", of == null ? null : of.ratio());
    figures.put("p", of == null ? null : orNull(of.p()));
    figures.put("p_gumbel", of == null ? null : orNull(of.gumbelP()));
    if (result.options().alive()) {
      figures.put("recurrence_steps", of == null ? null : orNull(of.recurrenceSteps()));
    }
    return figures;
  }

  private static String direction(ScanCluster cluster) {
    ScanDirection direction = cluster.isHigh() ? ScanDirection.HIGH : ScanDirection.LOW;
    return direction.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Double orNull(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }

  /** The name of the model used in APIs, such as {@code poisson}. */
  public String model() {
    return result.model().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is told of all places together. */
  public Map<String, @Nullable Object> summary() {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("model", model());
    told.put("places", input.places().size());
    told.put("cases", result.cases());
    if (result.model() != ScanModel.SPACE_TIME_PERMUTATION) {
      told.put("population", result.population());
    }
    input
        .steps()
        .ifPresent(
            steps -> {
              told.put("steps", steps.count());
              told.put("firstDay", steps.begin(0).toString());
              told.put("lastDay", steps.end(steps.count() - 1).toString());
            });
    result.reason().map(NothingToScan::id).ifPresent(id -> told.put("notDefined", id));
    return told;
  }

  /** What to beware of. */
  public List<MethodNote> notes() {
    List<MethodNote> notes = new ArrayList<>();
    result.reason().ifPresent(reason -> notes.add(MethodNote.of(reason.id())));
    if (result.model() == ScanModel.POISSON) {
      notes.add(MethodNote.of("overdispersion"));
    }
    if (result.options().replicas() == 0) {
      notes.add(MethodNote.of("no-replicas"));
    }
    List<Integer> left = input.leftOut();
    if (!left.isEmpty()) {
      int cases = left.stream().mapToInt(it -> IntStream.of(input.cases()[it]).sum()).sum();
      String named =
          String.join(
              " ", left.stream().limit(MOST_NAMED).map(input.places().codes()::get).toList());
      notes.add(
          MethodNote.of(
              left.size() > MOST_NAMED ? "left-out-more" : "left-out",
              left.size(),
              cases,
              named,
              left.size() - MOST_NAMED));
    }
    return notes;
  }
}
