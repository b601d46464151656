package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the units of two themes have in common, so that figures of one can be read in terms of the
 * other.
 *
 * @param from index of the unit of the first theme; {@link Overlap#NOBODY} for ground outside it
 * @param to index of the unit of the second theme; {@link Overlap#NOBODY} for ground outside it
 * @param squareMetres common ground; 0 where there is none but border noise, and points in it
 * @param shareOfFrom its share of the first unit, from 0 to 1; 0 for nobody
 * @param shareOfTo its share of the second unit
 * @param points points in both
 * @param pointShareOfFrom their share of the first unit's points; 0 where it has none
 * @param pointShareOfTo their share of the second unit's points
 */
public record Crosswalk(
    int from,
    int to,
    double squareMetres,
    double shareOfFrom,
    double shareOfTo,
    long points,
    double pointShareOfFrom,
    double pointShareOfTo) {

  /** A row for each two units with common ground or points, by the first and then the second. */
  public static List<Crosswalk> of(Comparison comparison, Handover points) {
    double[] pointsFrom = points.byFrom();
    double[] pointsTo = points.byTo();
    Map<Long, Double> ground = new HashMap<>();
    Map<Long, Long> counts = new HashMap<>();
    for (Overlap overlap : comparison.overlaps()) {
      if (!overlap.noise()) {
        ground.put(key(overlap.from(), overlap.to()), overlap.squareMetres());
      }
    }
    points.flows().stream()
        .filter(flow -> flow.from() >= 0 || flow.to() >= 0)
        .forEach(flow -> counts.put(key(flow.from(), flow.to()), flow.points()));
    List<Long> keys = new ArrayList<>(ground.keySet());
    counts.keySet().stream().filter(key -> !ground.containsKey(key)).forEach(keys::add);
    keys.sort(null);
    List<Crosswalk> rows = new ArrayList<>();
    for (long key : keys) {
      int to = (int) key;
      int from = (int) ((key - to) >> 32);
      double squareMetres = ground.getOrDefault(key, 0.0);
      long count = counts.getOrDefault(key, 0L);
      rows.add(
          new Crosswalk(
              from,
              to,
              squareMetres,
              from < 0 ? 0 : share(squareMetres, comparison.squareMetresFrom(from)),
              to < 0 ? 0 : share(squareMetres, comparison.squareMetresTo(to)),
              count,
              from < 0 ? 0 : share(count, pointsFrom[from]),
              to < 0 ? 0 : share(count, pointsTo[to])));
    }
    return rows;
  }

  private static long key(int from, int to) {
    return ((long) from << 32) + to;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : Math.min(1, part / whole);
  }
}
