package org.gridwright.core.hotspot.weights;

import java.util.Arrays;

/** Collects links of weight 1 in both directions, met any number of times. Not thread-safe. */
final class LinkList {

  private final int places;
  private long[] links;
  private int count;

  LinkList(int places, int expected) {
    this.places = places;
    this.links = new long[Math.max(16, expected)];
  }

  /** Links two places, unless they are the same. */
  void link(int a, int b) {
    if (a == b) {
      return;
    }
    if (count == links.length) {
      links = Arrays.copyOf(links, 2 * count);
    }
    links[count++] = ((long) a << 32) | b;
  }

  /** Each link once, in both directions. */
  SpatialWeights weights() {
    int[] starts = new int[places + 1];
    for (int i = 0; i < count; i++) {
      starts[(int) (links[i] >> 32) + 1]++;
      starts[(int) links[i] + 1]++;
    }
    WeightRows.accumulate(starts);
    int[] fill = Arrays.copyOf(starts, places);
    int[] all = new int[2 * count];
    for (int i = 0; i < count; i++) {
      int a = (int) (links[i] >> 32);
      int b = (int) links[i];
      all[fill[a]++] = b;
      all[fill[b]++] = a;
    }
    return once(starts, all);
  }

  private SpatialWeights once(int[] starts, int[] all) {
    int at = 0;
    int from = 0;
    for (int place = 0; place < places; place++) {
      int end = starts[place + 1];
      Arrays.sort(all, from, end);
      for (int i = from; i < end; i++) {
        if (i == from || all[i] != all[i - 1]) {
          all[at++] = all[i];
        }
      }
      from = end;
      starts[place + 1] = at;
    }
    double[] ones = new double[at];
    Arrays.fill(ones, 1);
    return new SpatialWeights(WeightStyle.BINARY, false, starts, Arrays.copyOf(all, at), ones);
  }
}
