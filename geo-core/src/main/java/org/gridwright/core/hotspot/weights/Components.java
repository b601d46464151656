package org.gridwright.core.hotspot.weights;

import java.util.Arrays;

/**
 * Which places hang together by links, in whichever direction these lead. Found by union–find with
 * path halving, in almost linear time. Components are numbered from 0 by their first place; an
 * island is one of its own. Immutable.
 */
public final class Components {

  private final int count;
  private final int[] of;

  private Components(int count, int[] of) {
    this.count = count;
    this.of = of;
  }

  /** The components of weights. */
  public static Components of(SpatialWeights weights) {
    int[] parent = new int[weights.size()];
    Arrays.setAll(parent, place -> place);
    for (int place = 0; place < weights.size(); place++) {
      for (int link = weights.start(place); link < weights.end(place); link++) {
        int a = root(parent, place);
        int b = root(parent, weights.neighbour(link));
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    int[] of = new int[weights.size()];
    int count = 0;
    for (int place = 0; place < of.length; place++) {
      int root = root(parent, place);
      of[place] = root == place ? count++ : of[root];
    }
    return new Components(count, of);
  }

  /** Number of components. */
  public int count() {
    return count;
  }

  /** The component of a place. */
  public int of(int place) {
    return of[place];
  }

  private static int root(int[] parent, int place) {
    int at = place;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
