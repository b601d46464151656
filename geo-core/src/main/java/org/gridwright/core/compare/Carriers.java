package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.plan.Plan;
import org.gridwright.core.plan.Unit;
import org.gridwright.core.work.Progress;

/** The units of one of two plans that say how much of something they have. */
final class Carriers {

  private final Comparison comparison;
  private final boolean earlier;
  private final Plan plan;
  private final int depth;

  /** What each carrier has; 0 where it does not say. */
  private final double[] amounts;

  /** For each carrier the index of its unit at the level compared. */
  private final int[] units;

  private Carriers(Comparison comparison, boolean earlier, int depth, double[] amounts) {
    this.comparison = comparison;
    this.earlier = earlier;
    this.plan = earlier ? comparison.fromPlan() : comparison.toPlan();
    this.depth = depth;
    this.amounts = amounts;
    this.units =
        depth == comparedDepth()
            ? IntStream.range(0, amounts.length).toArray()
            : plan.ancestorsOfGrids(comparedDepth());
  }

  /** The grids of a plan where any says, or else the units compared; empty where none does. */
  static Optional<Carriers> of(Comparison comparison, boolean earlier, String attribute) {
    Plan plan = earlier ? comparison.fromPlan() : comparison.toPlan();
    int compared = earlier ? comparison.fromDepth() : comparison.toDepth();
    int grids = plan.theme().gridLevel().depth();
    for (int depth : new int[] {grids, compared}) {
      List<Unit> units = plan.units(depth);
      if (units.stream().anyMatch(unit -> unit.amount(attribute).isPresent())) {
        double[] amounts =
            units.stream().mapToDouble(unit -> unit.amount(attribute).orElse(0)).toArray();
        return Optional.of(new Carriers(comparison, earlier, depth, amounts));
      }
    }
    return Optional.empty();
  }

  private int comparedDepth() {
    return earlier ? comparison.fromDepth() : comparison.toDepth();
  }

  /** Divides what the carriers have by their addresses, and by ground where they have none. */
  Handover divide(LocatedPoints addresses, Progress progress) {
    int[] own = addresses.units(earlier, plan, depth);
    int[] others =
        earlier
            ? addresses.units(false, comparison.toPlan(), comparison.toDepth())
            : addresses.units(true, comparison.fromPlan(), comparison.fromDepth());
    int[] counts = new int[amounts.length];
    SortedMap<Pair, Integer> parts = new TreeMap<>();
    for (int k = 0; k < own.length; k++) {
      if (own[k] != Overlap.NOBODY && amounts[own[k]] > 0) {
        counts[own[k]]++;
        parts.merge(new Pair(own[k], others[k]), 1, Integer::sum);
      }
    }
    SortedMap<Pair, Double> sums = new TreeMap<>();
    parts.forEach(
        (pair, count) -> add(sums, pair.from(), pair.to(), (double) count / counts[pair.from()]));
    progress.checkpoint();
    divideGround(counts, sums, progress);
    return Handover.of(comparison, sums, Arrays.stream(amounts).sum());
  }

  private void add(SortedMap<Pair, Double> sums, int carrier, int other, double share) {
    int unit = units[carrier];
    Pair pair = earlier ? new Pair(unit, other) : new Pair(other, unit);
    sums.merge(pair, amounts[carrier] * share, Double::sum);
  }

  private void divideGround(int[] counts, SortedMap<Pair, Double> sums, Progress progress) {
    Map<Integer, List<Overlap>> grounds = null;
    for (int carrier = 0; carrier < counts.length; carrier++) {
      progress.checkpoint();
      if (counts[carrier] == 0 && amounts[carrier] > 0) {
        if (grounds == null) {
          grounds = grounds();
        }
        List<Overlap> ground = sound(grounds.getOrDefault(units[carrier], List.of()));
        Map<Integer, Double> areas =
            ground.size() > 1 && depth != comparedDepth()
                ? areas(plan.units(depth).get(carrier), ground, progress)
                : areas(ground);
        double whole = areas.values().stream().mapToDouble(Double::doubleValue).sum();
        if (whole > 0) {
          for (Map.Entry<Integer, Double> part : areas.entrySet()) {
            add(sums, carrier, part.getKey(), part.getValue() / whole);
          }
        } else {
          add(sums, carrier, Overlap.NOBODY, 1);
        }
      }
    }
  }

  /** Common ground by the unit of this side. */
  private Map<Integer, List<Overlap>> grounds() {
    Map<Integer, List<Overlap>> byUnit = new HashMap<>();
    for (Overlap overlap : comparison.overlaps()) {
      int unit = earlier ? overlap.from() : overlap.to();
      if (unit != Overlap.NOBODY) {
        byUnit.computeIfAbsent(unit, it -> new ArrayList<>()).add(overlap);
      }
    }
    return byUnit;
  }

  /** Without border noise, unless there is nothing else. */
  private static List<Overlap> sound(List<Overlap> ground) {
    List<Overlap> sound = ground.stream().filter(it -> !it.noise()).toList();
    return sound.isEmpty() ? ground : sound;
  }

  /** Square metres of a whole unit by the unit of the other side. */
  private Map<Integer, Double> areas(List<Overlap> ground) {
    Map<Integer, Double> areas = new TreeMap<>();
    ground.forEach(it -> areas.merge(other(it), it.squareMetres(), Double::sum));
    return areas;
  }

  /**
   * Square metres of one carrier by the units of the other side that its unit shares ground with.
   */
  private Map<Integer, Double> areas(Unit carrier, List<Overlap> ground, Progress progress) {
    List<Unit> units = earlier ? comparison.to() : comparison.from();
    List<Integer> others =
        ground.stream().map(this::other).filter(it -> it != Overlap.NOBODY).toList();
    List<LatticeMultiPolygon> outlines =
        others.stream().map(it -> units.get(it).drawnArea()).toList();
    Map<Integer, Double> areas = new TreeMap<>();
    for (GroundShares.GroundPart share :
        GroundShares.shares(carrier.drawnArea(), outlines, 0, progress)) {
      int other = share.other() == Overlap.NOBODY ? Overlap.NOBODY : others.get(share.other());
      areas.merge(other, share.squareMetres(), Double::sum);
    }
    return areas;
  }

  private int other(Overlap overlap) {
    return earlier ? overlap.to() : overlap.from();
  }
}
