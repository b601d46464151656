package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which faces of a group lie beside which; faces are named by their position in it. */
final class FaceGraph {

  private final double[] load;
  private final double[] ground;
  private final int[][] near;
  private final double[][] cost;

  FaceGraph(Mosaic mosaic, List<Face> faces) {
    Map<Face, Integer> position = new HashMap<>();
    faces.forEach(face -> position.put(face, position.size()));
    load = faces.stream().mapToDouble(face -> face.load).toArray();
    ground = faces.stream().mapToDouble(face -> face.squareMetres).toArray();
    near = new int[load.length][];
    cost = new double[load.length][];
    for (int i = 0; i < load.length; i++) {
      Map<Face, Double> neighbours = mosaic.neighbours(faces.get(i));
      neighbours.keySet().retainAll(position.keySet());
      near[i] = neighbours.keySet().stream().mapToInt(position::get).toArray();
      cost[i] = neighbours.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  /** What the border between two sides costs. */
  double border(boolean[] side) {
    double sum = 0;
    for (int i = 0; i < near.length; i++) {
      for (int k = 0; k < near[i].length; k++) {
        sum += side[i] && !side[near[i][k]] ? cost[i][k] : 0;
      }
    }
    return sum;
  }

  /**
   * Gives loose groups of faces to the other side, until both sides are connected.
   *
   * @return whether that came about, with something on either side
   */
  boolean connect(boolean[] side) {
    for (int round = 0; round < 4; round++) {
      boolean changed = keepLargest(side, true);
      changed |= keepLargest(side, false);
      if (!changed) {
        break;
      }
    }
    return groups(side, true).size() == 1 && groups(side, false).size() == 1;
  }

  private boolean keepLargest(boolean[] side, boolean which) {
    List<List<Integer>> groups = groups(side, which);
    int largest = -1;
    for (int g = 0; g < groups.size(); g++) {
      if (largest < 0 || isLarger(groups.get(g), groups.get(largest))) {
        largest = g;
      }
    }
    for (int g = 0; g < groups.size(); g++) {
      if (g != largest) {
        groups.get(g).forEach(i -> side[i] = !which);
      }
    }
    return groups.size() > 1;
  }

  private boolean isLarger(List<Integer> a, List<Integer> b) {
    double difference = sum(load, a) - sum(load, b);
    return difference == 0 ? sum(ground, a) > sum(ground, b) : difference > 0;
  }

  private static double sum(double[] values, List<Integer> positions) {
    return positions.stream().mapToDouble(i -> values[i]).sum();
  }

  private List<List<Integer>> groups(boolean[] side, boolean which) {
    List<List<Integer>> groups = new ArrayList<>();
    boolean[] seen = new boolean[side.length];
    for (int first = 0; first < side.length; first++) {
      if (side[first] == which && !seen[first]) {
        seen[first] = true;
        List<Integer> group = new ArrayList<>(List.of(first));
        for (int i = 0; i < group.size(); i++) {
          for (int next : near[group.get(i)]) {
            if (side[next] == which && !seen[next]) {
              seen[next] = true;
              group.add(next);
            }
          }
        }
        groups.add(group);
      }
    }
    return groups;
  }

  /**
   * Two connected sides of a connected graph: a spanning tree without the one edge that leaves the
   * first side nearest to a share of the load.
   */
  boolean[] cutTree(double share) {
    int[] parent = new int[near.length];
    Arrays.fill(parent, -1);
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int i = 0; i < order.size(); i++) {
      for (int next : near[order.get(i)]) {
        if (next != 0 && parent[next] < 0) {
          parent[next] = order.get(i);
          order.add(next);
        }
      }
    }
    double[] below = Arrays.stream(load).sum() > 0 ? load.clone() : ground.clone();
    double total = Arrays.stream(below).sum();
    for (int i = order.size() - 1; i > 0; i--) {
      below[parent[order.get(i)]] += below[order.get(i)];
    }
    int cut = order.get(1);
    for (int i : order.subList(1, order.size())) {
      if (Math.abs(below[i] - share * total) < Math.abs(below[cut] - share * total)) {
        cut = i;
      }
    }
    boolean[] side = new boolean[near.length];
    side[cut] = true;
    for (int i : order) {
      side[i] |= parent[i] >= 0 && side[parent[i]];
    }
    return side;
  }
}
