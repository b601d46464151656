package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gridwright.core.work.Progress;

/**
 * Joins the nodes of a graph to connected groups of equal load. It begins with every node on its
 * own and joins the lightest group with its lightest neighbour; then single nodes change groups as
 * long as that helps; then some nodes are moved at random and it tries again, and keeps the best
 * (iterated local search: H. R. Lourenço, O. C. Martin and T. Stützle, 2003). Seeded; for one use
 * by one thread.
 */
final class Grouping {

  private static final int KICKS = 300;

  /** What border between groups costs against deviation, small: balance comes first. */
  private static final double BORDER_WEIGHT = 0.02;

  private final double[] load;
  private final int[][] near;
  private final double[][] border;
  private final int count;
  private final double mean;
  private final double borderUnit;
  private final Random random;
  private final int[] group;
  private final Progress progress;

  /**
   * @param load of each node, not all zero
   * @param near neighbours of each node; the graph is connected
   * @param border length of the border with each neighbour
   * @param count number of groups, 1 to the number of nodes
   */
  Grouping(
      double[] load, int[][] near, double[][] border, int count, long seed, Progress progress) {
    this.load = load;
    this.near = near;
    this.border = border;
    this.count = count;
    this.mean = Arrays.stream(load).sum() / count;
    double all = Arrays.stream(border).flatMapToDouble(Arrays::stream).sum() / 2;
    this.borderUnit = all > 0 ? all / count : 1;
    this.random = new Random(seed);
    this.group = new int[load.length];
    this.progress = progress;
  }

  /** The number of each node's group, from 0. */
  int[] best() {
    join();
    climb();
    int[] best = group.clone();
    double cost = cost();
    for (int kick = 0; kick < KICKS && count > 1 && count < load.length; kick++) {
      progress.at(kick, KICKS);
      for (int i = 0; i < 3; i++) {
        kick();
      }
      climb();
      double now = cost();
      if (now < cost) {
        cost = now;
        System.arraycopy(group, 0, best, 0, best.length);
      } else {
        System.arraycopy(best, 0, group, 0, best.length);
      }
    }
    return best;
  }

  private void join() {
    Arrays.setAll(group, node -> node);
    double[] sum = load.clone();
    boolean[] gone = new boolean[load.length];
    for (int groups = load.length; groups > count; groups--) {
      progress.checkpoint();
      int lightest = -1;
      for (int g = 0; g < sum.length; g++) {
        if (!gone[g] && (lightest < 0 || sum[g] < sum[lightest])) {
          lightest = g;
        }
      }
      int partner = -1;
      for (int node = 0; node < group.length; node++) {
        for (int other : group[node] == lightest ? near[node] : new int[0]) {
          if (group[other] != lightest && (partner < 0 || sum[group[other]] < sum[partner])) {
            partner = group[other];
          }
        }
      }
      for (int node = 0; node < group.length; node++) {
        group[node] = group[node] == lightest ? partner : group[node];
      }
      sum[partner] += sum[lightest];
      gone[lightest] = true;
    }
    int[] numbers = Arrays.stream(group).distinct().sorted().toArray();
    Arrays.setAll(group, node -> Arrays.binarySearch(numbers, group[node]));
  }

  private double[] sums() {
    double[] sums = new double[count];
    for (int node = 0; node < group.length; node++) {
      sums[group[node]] += load[node];
    }
    return sums;
  }

  private double cost() {
    double cost = 0;
    for (double sum : sums()) {
      cost += Math.pow(sum / mean - 1, 2);
    }
    for (int node = 0; node < group.length; node++) {
      for (int k = 0; k < near[node].length; k++) {
        boolean apart = group[near[node][k]] != group[node];
        cost += apart ? BORDER_WEIGHT * border[node][k] / 2 / borderUnit : 0;
      }
    }
    return cost;
  }

  /** Makes the best move of each node in turn, until none helps. */
  private void climb() {
    double[] sums = sums();
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int node = 0; node < group.length; node++) {
        progress.checkpoint();
        int best = -1;
        double most = 1e-9;
        for (int to : groupsBeside(node)) {
          double gain = gain(node, to, sums);
          if (gain > most) {
            most = gain;
            best = to;
          }
        }
        if (best >= 0 && canLeave(node)) {
          sums[group[node]] -= load[node];
          sums[best] += load[node];
          group[node] = best;
          moved = true;
        }
      }
    }
  }

  private double gain(int node, int to, double[] sums) {
    double a = sums[group[node]];
    double b = sums[to];
    double gain = square(a) + square(b) - square(a - load[node]) - square(b + load[node]);
    for (int k = 0; k < near[node].length; k++) {
      double weight = BORDER_WEIGHT * border[node][k] / borderUnit;
      gain += group[near[node][k]] == to ? weight : 0;
      gain -= group[near[node][k]] == group[node] ? weight : 0;
    }
    return gain;
  }

  private double square(double sum) {
    return Math.pow(sum / mean - 1, 2);
  }

  private void kick() {
    int node = random.nextInt(group.length);
    List<Integer> beside = groupsBeside(node);
    if (!beside.isEmpty() && canLeave(node)) {
      group[node] = beside.get(random.nextInt(beside.size()));
    }
  }

  private List<Integer> groupsBeside(int node) {
    List<Integer> beside = new ArrayList<>();
    for (int other : near[node]) {
      if (group[other] != group[node] && !beside.contains(group[other])) {
        beside.add(group[other]);
      }
    }
    return beside;
  }

  /** Whether the rest of a node's group would not be empty and would be connected. */
  private boolean canLeave(int node) {
    int first = -1;
    int size = 0;
    for (int other = 0; other < group.length; other++) {
      if (group[other] == group[node] && other != node) {
        first = other;
        size++;
      }
    }
    if (size == 0) {
      return false;
    }
    boolean[] seen = new boolean[group.length];
    List<Integer> reached = new ArrayList<>(List.of(first));
    seen[first] = true;
    for (int i = 0; i < reached.size(); i++) {
      for (int next : near[reached.get(i)]) {
        if (next != node && group[next] == group[node] && !seen[next]) {
          seen[next] = true;
          reached.add(next);
        }
      }
    }
    return reached.size() == size;
  }
}
