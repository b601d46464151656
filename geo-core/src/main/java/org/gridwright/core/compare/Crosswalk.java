package org.gridwright.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridwright.core.work.Progress;
import org.gridwright.core.work.Steps;

/**
 * What two units have in common, each amount with its share of both sides: within a theme what went
 * from one to the other, between two themes how figures of one can be read in terms of the other.
 *
 * @param from index of the earlier or first unit; {@link Overlap#NOBODY} for what no unit has
 * @param to index of the later or second unit; {@link Overlap#NOBODY} for what no unit has
 * @param ground common ground in square metres; 0 where there is none but border noise
 * @param shared what they have in common of each handover, in their order
 */
public record Crosswalk(int from, int to, Amount ground, List<Amount> shared) {

  public Crosswalk {
    shared = List.copyOf(shared);
  }

  /**
   * Something that both have.
   *
   * @param shareOfFrom its share of what the first unit has, from 0 to 1; 0 for nobody
   * @param shareOfTo its share of what the second unit has
   */
  public record Amount(double value, double shareOfFrom, double shareOfTo) {}

  /** As {@link #of(Comparison, List, Progress)}, unwatched. */
  public static List<Crosswalk> of(Comparison comparison, List<Handover> handovers) {
    return of(comparison, handovers, Progress.NONE);
  }

  /**
   * A row for each two units with anything in common, by the first and then the second.
   *
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static List<Crosswalk> of(
      Comparison comparison, List<Handover> handovers, Progress progress) {
    Map<Long, Double> ground = new HashMap<>();
    for (Overlap overlap : comparison.overlaps()) {
      if (!overlap.noise()) {
        ground.put(key(overlap.from(), overlap.to()), overlap.squareMetres());
      }
    }
    List<Map<Long, Double>> counts = new ArrayList<>();
    List<double[]> wholeFrom = new ArrayList<>(List.of(comparison.squareMetresFrom()));
    List<double[]> wholeTo = new ArrayList<>(List.of(comparison.squareMetresTo()));
    for (Handover handover : handovers) {
      progress.checkpoint();
      counts.add(counts(handover));
      wholeFrom.add(handover.byFrom());
      wholeTo.add(handover.byTo());
    }
    TreeSet<Long> keys = new TreeSet<>(ground.keySet());
    counts.forEach(each -> keys.addAll(each.keySet()));
    List<Crosswalk> rows = new ArrayList<>();
    Steps steps = progress.steps(keys.size());
    for (long key : keys) {
      steps.done();
      List<Amount> amounts = new ArrayList<>();
      amounts.add(amount(key, ground, wholeFrom.get(0), wholeTo.get(0)));
      for (int k = 0; k < counts.size(); k++) {
        amounts.add(amount(key, counts.get(k), wholeFrom.get(k + 1), wholeTo.get(k + 1)));
      }
      rows.add(
          new Crosswalk(from(key), to(key), amounts.get(0), amounts.subList(1, amounts.size())));
    }
    return rows;
  }

  private static Map<Long, Double> counts(Handover handover) {
    Map<Long, Double> counts = new HashMap<>();
    for (Handover.Flow flow : handover.flows()) {
      if (flow.from() != Overlap.NOBODY || flow.to() != Overlap.NOBODY) {
        counts.put(key(flow.from(), flow.to()), flow.amount());
      }
    }
    return counts;
  }

  private static Amount amount(
      long key, Map<Long, Double> values, double[] wholeFrom, double[] wholeTo) {
    double value = values.getOrDefault(key, 0.0);
    return new Amount(value, share(value, wholeFrom, from(key)), share(value, wholeTo, to(key)));
  }

  private static double share(double part, double[] whole, int unit) {
    return unit == Overlap.NOBODY || whole[unit] == 0 ? 0 : Math.min(1, part / whole[unit]);
  }

  /** Orders by the first unit and then the second, nobody before all others. */
  private static long key(int from, int to) {
    return ((long) from << Integer.SIZE) + to;
  }

  private static int to(long key) {
    return (int) key;
  }

  private static int from(long key) {
    return (int) ((key - to(key)) >> Integer.SIZE);
  }
}
