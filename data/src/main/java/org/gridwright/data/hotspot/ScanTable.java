package org.gridwright.data.hotspot;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.scan.ScanCluster;
import org.gridwright.core.hotspot.scan.ScanDirection;
import org.gridwright.core.hotspot.scan.ScanResult;
import org.gridwright.data.exchange.CsvOutput;
import org.gridwright.data.exchange.CsvRecordWriter;
import org.gridwright.data.exchange.GeoJsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a table, with a row for each place, and as a list of clusters. Clusters are counted
 * from 1, the strongest first; places in none have no number.
 */
public final class ScanTable {

  private static final int NONE = -1;

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

  /** Writes a CSV; leaves the stream open. */
  public void writeCsv(OutputStream out, CsvOutput output) {
    try (CsvRecordWriter csv = new CsvRecordWriter(out, output)) {
      csv.write(row(0).keySet());
      for (int place = 0; place < clusterOf.length; place++) {
        csv.write(row(place).values().stream().map(it -> Objects.toString(it, "")).toList());
      }
    }
  }

  /**
   * Writes one FeatureCollection with the places' geometries and the clusters beside them; leaves
   * the stream open.
   *
   * @throws HotspotInputException when coordinates are metres, which GeoJSON cannot hold
   */
  public void writeGeoJson(OutputStream out) {
    if (input.places().planar()) {
      throw HotspotInputException.of("hotspot.planar-geojson");
    }
    try (GeoJsonWriter json = new GeoJsonWriter(out)) {
      for (int place = 0; place < clusterOf.length; place++) {
        json.write(null, row(place), input.places().shape().apply(place));
      }
      json.member("clusters", clusters());
    }
  }

  private Map<String, @Nullable Object> row(int place) {
    int number = clusterOf[place];
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", input.places().codes().get(place));
    row.put("cases", IntStream.of(input.cases()[place]).sum());
    input.population().ifPresent(it -> row.put("population", it[place][it[place].length - 1]));
    input.controls().ifPresent(it -> row.put("controls", IntStream.of(it[place]).sum()));
    row.put("cluster", number == NONE ? null : number + 1);
    ScanCluster cluster = number == NONE ? null : result.clusters().get(number);
    row.put("centre", cluster == null ? null : centre(cluster));
    figures(cluster).forEach((name, value) -> row.put("cluster_" + name, value));
    return row;
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
}
