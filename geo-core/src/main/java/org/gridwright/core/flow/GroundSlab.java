package org.gridwright.core.flow;

import java.util.Arrays;

/**
 * Edges that go all the way through a slab from south to north, and how wide the ground between
 * them is that lies in all areas. For one thread; used again from slab to slab.
 */
final class GroundSlab {

  private final double[] souths;
  private final double[] norths;
  private final int[] bits;
  private final int all;
  private int count;

  /** At which shares of its height edges of the present slab cross. */
  private double[] crossings = new double[8];

  private int crossed;

  /**
   * @param most number of edges
   * @param all the bits of the areas
   */
  GroundSlab(int most, int all) {
    this.souths = new double[most];
    this.norths = new double[most];
    this.bits = new int[most];
    this.all = all;
  }

  void clear() {
    count = 0;
    crossed = 0;
  }

  /**
   * Adds an edge.
   *
   * @param south where it comes in
   * @param north where it goes out
   */
  void add(double south, double north, int bit) {
    int at = count++;
    while (at > 0 && souths[at - 1] + norths[at - 1] > south + north) {
      souths[at] = souths[at - 1];
      norths[at] = norths[at - 1];
      bits[at] = bits[at - 1];
      at--;
    }
    souths[at] = south;
    norths[at] = north;
    bits[at] = bit;
  }

  /** The mean width of the ground in all areas, from the south of the slab to its north. */
  double width() {
    for (int i = 1; i < count; i++) {
      for (int k = 0; k < i; k++) {
        cross(k, i);
      }
    }
    if (crossed == 0) {
      return widthWithoutCrossings();
    }
    Arrays.sort(crossings, 0, crossed);
    double sum = 0;
    double from = 0;
    for (int i = 0; i <= crossed; i++) {
      double to = i < crossed ? crossings[i] : 1;
      sum += within(from, to) * (to - from);
      from = to;
    }
    return sum;
  }

  private void cross(int west, int east) {
    double south = souths[east] - souths[west];
    double north = norths[east] - norths[west];
    if ((south < 0) != (north < 0) && south != 0 && north != 0) {
      if (crossed == crossings.length) {
        crossings = Arrays.copyOf(crossings, 2 * crossed);
      }
      crossings[crossed++] = south / (south - north);
    }
  }

  /** The mean width from one share of the height to another, between which nothing crosses. */
  private double within(double from, double to) {
    GroundSlab part = new GroundSlab(count, all);
    for (int i = 0; i < count; i++) {
      double grows = norths[i] - souths[i];
      part.add(souths[i] + from * grows, souths[i] + to * grows, bits[i]);
    }
    return part.widthWithoutCrossings();
  }

  private double widthWithoutCrossings() {
    double sum = 0;
    int in = 0;
    for (int i = 0; i < count; i++) {
      boolean was = in == all;
      in ^= bits[i];
      if (was) {
        sum += souths[i] + norths[i];
      } else if (in == all) {
        sum -= souths[i] + norths[i];
      }
    }
    return sum / 2;
  }
}
