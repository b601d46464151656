package org.gridwright.core.hotspot.scan;

import java.util.List;
import java.util.Optional;

/**
 * What a scan found. Immutable.
 *
 * @param model what chance was taken to be
 * @param options as they were asked for
 * @param clusters the strongest windows, greatest ratio first, of which no two share a place; those
 *     that chance makes as often are among them, with their p
 * @param cases all incidents
 * @param population all of it, steps added up
 * @param greatestOfReplicas the greatest ratio of each replica, ascending
 * @param tail fitted to them; absent where there are fewer than two that differ
 * @param reason why there can be no cluster; absent where there can
 */
public record ScanResult(
    ScanModel model,
    ScanOptions options,
    List<ScanCluster> clusters,
    int cases,
    double population,
    List<Double> greatestOfReplicas,
    Optional<GumbelTail> tail,
    Optional<NothingToScan> reason) {

  public ScanResult {
    clusters = List.copyOf(clusters);
    greatestOfReplicas = List.copyOf(greatestOfReplicas);
  }
}
