package org.gridwright.data.demo.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Joins neighbouring blocks until as many grids are left as wanted, the lightest first, so that
 * grids are made of whole blocks and take their irregular shapes. Immutable.
 */
final class BlockMerger {

  private final Plane plane;
  private final Density density;

  BlockMerger(Plane plane, Density density) {
    this.plane = plane;
    this.density = density;
  }

  /**
   * A grid made of blocks.
   *
   * @param ring around all of them
   * @param blocks indices of the blocks
   */
  record Cluster(StreetRing ring, double weight, List<Integer> blocks) {}

  /**
   * Exactly {@code wanted} clusters; every one is connected and without holes. Empty in the rare
   * case that no two blocks can be joined any more without closing a hole.
   */
  Optional<List<Cluster>> merge(List<StreetRing> blocks, int wanted, Seeded random) {
    List<Cluster> clusters = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      double weight = density.weight(plane, blocks.get(i)) * random.between(0.75, 1.25);
      clusters.add(new Cluster(blocks.get(i), weight, List.of(i)));
    }
    while (clusters.size() > wanted) {
      clusters.sort(Comparator.comparingDouble(Cluster::weight));
      if (!mergeOne(clusters)) {
        return Optional.empty();
      }
    }
    return Optional.of(clusters);
  }

  private boolean mergeOne(List<Cluster> clusters) {
    for (int i = 0; i < clusters.size(); i++) {
      Cluster light = clusters.get(i);
      Map<Long, Integer> points = pointsOf(light.ring);
      Cluster best = null;
      StreetRing bestRing = null;
      double bestScore = Double.MAX_VALUE;
      for (int j = 0; j < clusters.size(); j++) {
        Optional<StreetRing> joined =
            i == j ? Optional.empty() : join(light.ring, points, clusters.get(j).ring);
        if (joined.isPresent()) {
          double score = badness(joined.get(), light.weight + clusters.get(j).weight, clusters);
          if (score < bestScore) {
            bestScore = score;
            best = clusters.get(j);
            bestRing = joined.get();
          }
        }
      }
      if (best != null && bestRing != null) {
        List<Integer> blocks = new ArrayList<>(light.blocks);
        blocks.addAll(best.blocks);
        clusters.remove(light);
        clusters.remove(best);
        clusters.add(new Cluster(bestRing, light.weight + best.weight, blocks));
        return true;
      }
    }
    return false;
  }

  /** Heavy and straggling unions are bad. */
  private double badness(StreetRing ring, double weight, List<Cluster> clusters) {
    double all = 0;
    for (Cluster cluster : clusters) {
      all += cluster.weight;
    }
    double share = weight * clusters.size() / all;
    RingSums sums = new RingSums(plane, density, ring);
    return 0.6 * share + 2.0 * (1 - 16 * sums.area() / (sums.length() * sums.length()));
  }

  private static Map<Long, Integer> pointsOf(StreetRing ring) {
    Map<Long, Integer> points = new HashMap<>(2 * ring.size());
    for (int i = 0; i < ring.size(); i++) {
      points.put(key(ring, i), i);
    }
    return points;
  }

  private static long key(StreetRing ring, int i) {
    return ((long) ring.x(i) << 32) ^ (ring.y(i) & 0xFFFFFFFFL);
  }

  private static Optional<StreetRing> join(
      StreetRing a, Map<Long, Integer> pointsOfA, StreetRing b) {
    int shared = 0;
    int starts = 0;
    int start = -1;
    boolean before = pointsOfA.containsKey(key(b, b.size() - 1));
    for (int i = 0; i < b.size(); i++) {
      boolean here = pointsOfA.containsKey(key(b, i));
      if (here) {
        shared++;
        if (!before) {
          starts++;
          start = i;
        }
      }
      before = here;
    }
    if (starts != 1 || shared < 2) {
      return Optional.empty();
    }
    int end = Math.floorMod(start + shared - 1, b.size());
    int aEnd = pointsOfA.getOrDefault(key(b, start), -1);
    int aStart = pointsOfA.getOrDefault(key(b, end), -1);
    if (Math.floorMod(aEnd - aStart, a.size()) != shared - 1) {
      return Optional.empty();
    }
    return Optional.of(a.joined(aEnd, aStart, b, end, start));
  }

  /** The union of two rings that share exactly one run of edges and no other point. */
  static Optional<StreetRing> join(StreetRing a, StreetRing b) {
    return join(a, pointsOf(a), b);
  }

  /** How many points two rings have in common. */
  static int sharedPoints(StreetRing a, StreetRing b) {
    Map<Long, Integer> points = pointsOf(a);
    int shared = 0;
    for (int i = 0; i < b.size(); i++) {
      shared += points.containsKey(key(b, i)) ? 1 : 0;
    }
    return shared;
  }
}
