package org.gridwright.core.hotspot.scan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The definition, window by window, sharing nothing with what it is compared with: all circles
 * around all places by the radii there are, all stretches of steps, sums over sets of members.
 */
final class BruteScan {

  /** What a window has. */
  record Window(Set<Integer> members, int first, int last, double ratio) {}

  private final double[] x;
  private final double[] y;
  private final int[][] cases;
  private final double[][] mean;
  private final double[] people;
  private final double allPeople;
  private final double[][] individuals;
  private final double all;

  /**
   * @param mean what is expected, by place and step, in all as many as there are cases
   * @param people of each place, which the cap is a share of
   * @param individuals cases and controls by place and step; empty unless Bernoulli
   */
  BruteScan(
      double[] x,
      double[] y,
      int[][] cases,
      double[][] mean,
      double[] people,
      double[][] individuals) {
    this.x = x;
    this.y = y;
    this.cases = cases;
    this.mean = mean;
    this.people = people;
    this.individuals = individuals;
    double sum = 0;
    double peopleSum = 0;
    for (int i = 0; i < x.length; i++) {
      peopleSum += people[i];
      for (int each : cases[i]) {
        sum += each;
      }
    }
    all = sum;
    allPeople = peopleSum;
  }

  /**
   * The windows with the greatest ratio of each centre, in the order of centres.
   *
   * @param taken places that no window may hold
   */
  List<Window> best(ScanOptions options, Set<Integer> taken) {
    List<Window> best = new ArrayList<>();
    for (int centre = 0; centre < x.length; centre++) {
      best.add(best(centre, options, taken));
    }
    return best;
  }

  private Window best(int centre, ScanOptions options, Set<Integer> taken) {
    Map<BigDecimal, List<Integer>> rings = new TreeMap<>();
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - x[centre];
      double dy = y[i] - y[centre];
      BigDecimal squared =
          new BigDecimal(dx * dx + dy * dy, new MathContext(9)).stripTrailingZeros();
      rings.computeIfAbsent(squared, it -> new ArrayList<>()).add(i);
    }
    Window best = new Window(Set.of(), 0, 0, 0);
    Set<Integer> members = new TreeSet<>();
    double weight = 0;
    for (Map.Entry<BigDecimal, List<Integer>> ring : rings.entrySet()) {
      members.addAll(ring.getValue());
      weight += ring.getValue().stream().mapToDouble(it -> people[it]).sum();
      if (weight > options.populationShare() * allPeople
          || ring.getValue().stream().anyMatch(taken::contains)
          || Math.sqrt(ring.getKey().doubleValue()) > options.radiusMetres() * (1 + 1e-9)) {
        break;
      }
      best = better(best, members, options);
    }
    return best;
  }

  private Window better(Window known, Set<Integer> members, ScanOptions options) {
    Window best = known;
    int steps = cases[0].length;
    for (int first = 0; first < steps; first++) {
      for (int last = first; last < steps; last++) {
        if ((options.alive() && last != steps - 1) || last - first >= options.longestSteps()) {
          continue;
        }
        double ratio = ratio(members, first, last, options);
        if (ratio > best.ratio() * (1 + 1e-12)) {
          best = new Window(Set.copyOf(members), first, last, ratio);
        }
      }
    }
    return best;
  }

  private double ratio(Set<Integer> members, int first, int last, ScanOptions options) {
    double c = 0;
    double mu = 0;
    double n = 0;
    double allN = 0;
    for (int i = 0; i < x.length; i++) {
      for (int t = 0; t < cases[0].length; t++) {
        boolean inside = members.contains(i) && t >= first && t <= last;
        c += inside ? cases[i][t] : 0;
        mu += inside ? mean[i][t] : 0;
        n += inside && individuals.length > 0 ? individuals[i][t] : 0;
        allN += individuals.length > 0 ? individuals[i][t] : 0;
      }
    }
    boolean high = c > mu && options.direction() != ScanDirection.LOW && c >= options.leastCases();
    boolean low = c < mu && options.direction() != ScanDirection.HIGH;
    if (!high && !low) {
      return 0;
    }
    return individuals.length == 0
        ? xlog(c) - c * log(mu) + xlog(all - c) - (all - c) * log(all - mu)
        : xlog(c)
            - c * log(n)
            + xlog(n - c)
            - (n - c) * log(n)
            + xlog(all - c)
            - (all - c) * log(allN - n)
            + xlog(allN - n - all + c)
            - (allN - n - all + c) * log(allN - n)
            - xlog(all)
            - xlog(allN - all)
            + allN * log(allN);
  }

  private static double xlog(double v) {
    return v <= 0 ? 0 : v * Math.log(v);
  }

  private static double log(double v) {
    return v <= 0 ? 0 : Math.log(v);
  }
}
