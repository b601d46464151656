package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import org.gridwright.core.work.Progress;

/**
 * Neighbours of neighbours: the order of j seen from i is the least number of links that lead from
 * i to j (A. D. Cliff, J. K. Ord, 1981; {@code nblag} of spdep). Breadth-first from each place;
 * takes time in proportion to the links within the order of each place.
 */
public final class HigherOrder {

  private final SpatialWeights first;
  private final int[] seen;
  private int[] queue = new int[64];
  private int tail;

  private HigherOrder(SpatialWeights first) {
    this.first = first;
    this.seen = new int[first.size()];
    Arrays.fill(seen, -1);
  }

  /**
   * Weights of 1 for places that are exactly some links apart.
   *
   * @param order at least 1
   */
  public static SpatialWeights exactly(SpatialWeights first, int order, Progress progress) {
    return new HigherOrder(first).weights(order, order, progress);
  }

  /**
   * Weights of 1 for places that are at most some links apart.
   *
   * @param order at least 1
   */
  public static SpatialWeights upTo(SpatialWeights first, int order, Progress progress) {
    return new HigherOrder(first).weights(1, order, progress);
  }

  private SpatialWeights weights(int least, int most, Progress progress) {
    if (least < 1) {
      throw new IllegalArgumentException("the order must be at least 1");
    }
    int[] starts = new int[first.size() + 1];
    int[] neighbours = new int[first.linkCount()];
    int at = 0;
    for (int place = 0; place < first.size(); place++) {
      if (place % 256 == 0) {
        progress.at(place, first.size());
      }
      int from = search(place, least, most);
      int found = tail - from;
      if (at + found > neighbours.length) {
        neighbours = Arrays.copyOf(neighbours, Math.max(at + found, at + (at >> 1)));
      }
      Arrays.sort(queue, from, tail);
      System.arraycopy(queue, from, neighbours, at, found);
      at += found;
      starts[place + 1] = at;
    }
    double[] ones = new double[at];
    Arrays.fill(ones, 1);
    return new SpatialWeights(
        WeightStyle.BINARY, false, starts, Arrays.copyOf(neighbours, at), ones);
  }

  /** Fills the queue with places by their order; gives the position of the first that is wanted. */
  private int search(int place, int least, int most) {
    tail = 0;
    reach(place, place);
    int from = 0;
    int begin = 0;
    for (int order = 1; order <= most; order++) {
      int end = tail;
      for (int i = begin; i < end; i++) {
        for (int link = first.start(queue[i]); link < first.end(queue[i]); link++) {
          reach(first.neighbour(link), place);
        }
      }
      begin = end;
      if (order == least) {
        from = begin;
      }
    }
    return from;
  }

  private void reach(int neighbour, int place) {
    if (seen[neighbour] == place) {
      return;
    }
    seen[neighbour] = place;
    if (tail == queue.length) {
      queue = Arrays.copyOf(queue, 2 * tail);
    }
    queue[tail++] = neighbour;
  }
}
