package org.gridwright.core.hotspot.inference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The exact chances of conditional permutation, without drawing, where values are whole numbers,
 * such as counts, and all links of a row weigh the same: how many of the C(n − 1, k) draws of k
 * values have each sum is a coefficient of Π_v (1 + y x^v)^m_v, with m_v places of value v. One
 * product is made for each value that a place has itself. Marked places (values 0 and 1) are
 * hypergeometric, with rows of any length.
 */
public final class ExactSums {

  /** Rows may have so many links; the numbers of draws then stay below 1e308 for any city. */
  private static final int MOST_DRAWS = 60;

  /** So many additions take a few seconds. */
  private static final double MOST_WORK = 3e9;

  private final LocalSum sum;
  private final int least;
  private final int draws;
  private final int most;
  private final TreeMap<Integer, Integer> places = new TreeMap<>();
  private final Map<Integer, double[][]> known = new HashMap<>();

  private ExactSums(LocalSum sum, int least, int draws) {
    this.sum = sum;
    this.least = least;
    this.draws = draws;
    for (int place = 0; place < sum.size(); place++) {
      places.merge((int) sum.value(place) - least, 1, Integer::sum);
    }
    this.most = mostSum();
  }

  /**
   * The chances of each place, at least and at most its statistic; null where a place has none.
   * Empty where they cannot be had exactly: values are no whole numbers, too large or too
   * different, links of a row differ in weight, or rows have more than 60 links.
   */
  public static Optional<@Nullable TailChances[]> of(LocalSum sum, Progress progress) {
    if (sum.size() < 3) {
      return Optional.of(new TailChances[sum.size()]);
    }
    if (sum.drawn() != LocalSum.Summand.VALUE || !isEven(sum)) {
      return Optional.empty();
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int place = 0; place < sum.size(); place++) {
      double value = sum.value(place);
      least = Math.min(least, value);
      most = Math.max(most, value);
      if (value != Math.rint(value)) {
        return Optional.empty();
      }
    }
    int draws = 0;
    for (int place = 0; place < sum.size(); place++) {
      draws = Math.max(draws, sum.weights().degree(place));
    }
    if (Math.abs(least) > 1e9 || most - least > 1e6) {
      return Optional.empty();
    }
    boolean isMarked = most - least <= 1;
    if (!isMarked && (draws > MOST_DRAWS || draws * (most - least) > 1e7)) {
      return Optional.empty();
    }
    ExactSums exact = new ExactSums(sum, (int) least, draws);
    return !isMarked && exact.work() > MOST_WORK
        ? Optional.empty()
        : Optional.of(exact.chances(isMarked, progress));
  }

  /** Whether all links of each row, self not counted, weigh the same. */
  private static boolean isEven(LocalSum sum) {
    SpatialWeights weights = sum.weights();
    for (int place = 0; place < sum.size(); place++) {
      double first = -1;
      for (int link = weights.start(place); link < weights.end(place); link++) {
        if (weights.neighbour(link) != place) {
          if (first >= 0 && weights.weight(link) != first) {
            return false;
          }
          first = weights.weight(link);
        }
      }
    }
    return true;
  }

  private int mostSum() {
    int left = draws;
    long sum = 0;
    for (var each : places.descendingMap().entrySet()) {
      int taken = Math.min(left, each.getValue());
      sum += (long) taken * each.getKey();
      left -= taken;
    }
    return Math.toIntExact(sum);
  }

  private double work() {
    double factors = 0;
    for (int many : places.values()) {
      double terms = Math.min(many, draws);
      factors += terms * (draws - terms / 2);
    }
    return factors * most * places.size();
  }

  private @Nullable TailChances[] chances(boolean isMarked, Progress progress) {
    TailChances[] chances = new TailChances[sum.size()];
    for (int place = 0; place < chances.length; place++) {
      if (place % 64 == 0) {
        progress.at(place, chances.length);
      }
      if (sum.reason(place).isEmpty()) {
        TailChances of = isMarked ? marked(place) : counted(place, progress);
        chances[place] = sum.factor(place) < 0 ? of.mirrored() : of;
      }
    }
    return chances;
  }

  /** Σ of the neighbours' values above the least one: what is drawn. */
  private int observed(int place) {
    SpatialWeights weights = sum.weights();
    int observed = 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      int neighbour = weights.neighbour(link);
      observed += neighbour == place ? 0 : (int) sum.value(neighbour) - least;
    }
    return observed;
  }

  private TailChances marked(int place) {
    int own = (int) sum.value(place) - least;
    return Hypergeometric.of(
        sum.size() - 1,
        places.getOrDefault(1, 0) - own,
        sum.weights().degree(place),
        observed(place));
  }

  private TailChances counted(int place, Progress progress) {
    int own = (int) sum.value(place) - least;
    double[][] ways = known.get(own);
    if (ways == null) {
      ways = ways(own, progress);
      known.put(own, ways);
    }
    double[] ofSums = ways[sum.weights().degree(place)];
    int observed = observed(place);
    double below = 0;
    for (int s = 0; s < observed; s++) {
      below += ofSums[s];
    }
    double above = 0;
    for (int s = ofSums.length - 1; s > observed; s--) {
      above += ofSums[s];
    }
    double at = ofSums[observed];
    double all = below + at + above;
    return new TailChances(Math.min(1, (above + at) / all), Math.min(1, (below + at) / all));
  }

  /** In how many ways each number of draws has each sum, one place of a value left out. */
  private double[][] ways(int own, Progress progress) {
    double[][] ways = new double[draws + 1][most + 1];
    ways[0][0] = 1;
    for (var each : places.entrySet()) {
      progress.checkpoint();
      int value = each.getKey();
      int many = each.getValue() - (value == own ? 1 : 0);
      multiply(ways, value, many);
    }
    return ways;
  }

  /**
   * Multiplies by (1 + y x^value)^many, from the longest draws down so that none is taken twice.
   */
  private void multiply(double[][] ways, int value, int many) {
    for (int drawn = draws; drawn >= 1; drawn--) {
      double choices = 1;
      for (int taken = 1; taken <= Math.min(drawn, many); taken++) {
        choices *= (many - taken + 1.0) / taken;
        double[] from = ways[drawn - taken];
        int shift = taken * value;
        for (int s = most - shift; s >= 0; s--) {
          ways[drawn][s + shift] += choices * from[s];
        }
      }
    }
  }
}
