package org.gridwright.core.divide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plain recombination, as what {@link Divide} is compared with: a part is divided by cutting a
 * random spanning tree of its blocks (minimum spanning tree of random weights) where one side has
 * the wanted load within the tolerance, trying again with other trees (D. DeFord, M. Duchin and J.
 * Solomon, 2021); afterwards pairs of neighbouring parts are divided anew.
 */
final class ReComBaseline {

  private static final int MOST_TREES = 200;

  private final Mosaic mosaic;
  private final double gridLoad;
  private final double tolerance;
  private final Random random;

  ReComBaseline(Mosaic mosaic, double gridLoad, double tolerance, long seed) {
    this.mosaic = mosaic;
    this.gridLoad = gridLoad;
    this.tolerance = tolerance;
    this.random = new Random(seed);
  }

  void divide(int part, int count, int steps) {
    mosaic.openParts(count);
    halve(part, count);
    for (int step = 0; step < steps && count > 1; step++) {
      int one = random.nextInt(count);
      List<Integer> beside = mosaic.partsBeside(one);
      int other = beside.get(random.nextInt(beside.size()));
      List.copyOf(mosaic.part(other)).forEach(face -> mosaic.give(face, one));
      cut(one, other, 1, 2);
    }
  }

  private void halve(int part, int count) {
    if (count > 1) {
      int kept = count / 2;
      cut(part, part + kept, kept, count);
      halve(part, kept);
      halve(part + kept, count - kept);
    }
  }

  private void cut(int part, int other, int kept, int count) {
    List<Face> faces = new ArrayList<>(mosaic.part(part));
    double wanted = mosaic.load(part) * kept / count;
    List<Face> best = List.of();
    double off = Double.POSITIVE_INFINITY;
    for (int tree = 0; tree < MOST_TREES && off > 0.5 * tolerance * gridLoad; tree++) {
      List<Face> side = side(faces, wanted);
      double load = side.stream().mapToDouble(face -> face.load).sum();
      if (Math.abs(load - wanted) < off) {
        off = Math.abs(load - wanted);
        best = side;
      }
    }
    List<Face> stay = best;
    faces.stream().filter(face -> !stay.contains(face)).forEach(it -> mosaic.give(it, other));
  }

  private record Link(int a, int b, double weight) {}

  /** The side of a random tree that is nearest to the wanted load. */
  private List<Face> side(List<Face> faces, double wanted) {
    Map<Face, Integer> number = new HashMap<>();
    faces.forEach(face -> number.put(face, number.size()));
    List<Link> links = new ArrayList<>();
    for (Face face : faces) {
      for (Face next : mosaic.neighbours(face).keySet()) {
        int a = number.getOrDefault(face, -1);
        int b = number.getOrDefault(next, -1);
        if (b > a) {
          links.add(new Link(a, b, random.nextDouble()));
        }
      }
    }
    links.sort(Comparator.comparingDouble(Link::weight));
    int[] root = new int[faces.size()];
    Arrays.setAll(root, i -> i);
    List<List<Integer>> near = new ArrayList<>();
    faces.forEach(face -> near.add(new ArrayList<>()));
    for (Link link : links) {
      int a = find(root, link.a);
      int b = find(root, link.b);
      if (a != b) {
        root[a] = b;
        near.get(link.a).add(link.b);
        near.get(link.b).add(link.a);
      }
    }
    int[] parent = new int[root.length];
    Arrays.fill(parent, -1);
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int i = 0; i < order.size(); i++) {
      for (int next : near.get(order.get(i))) {
        if (next != parent[order.get(i)]) {
          parent[next] = order.get(i);
          order.add(next);
        }
      }
    }
    double[] below = faces.stream().mapToDouble(face -> face.load).toArray();
    int best = order.get(order.size() - 1);
    Collections.reverse(order);
    for (int i : order) {
      if (parent[i] >= 0) {
        below[parent[i]] += below[i];
        best = Math.abs(below[i] - wanted) < Math.abs(below[best] - wanted) ? i : best;
      }
    }
    Collections.reverse(order);
    boolean[] in = new boolean[root.length];
    List<Face> side = new ArrayList<>();
    for (int i : order) {
      in[i] = i == best || (parent[i] >= 0 && in[parent[i]]);
      if (in[i]) {
        side.add(faces.get(i));
      }
    }
    return side;
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
