package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Makes compressed rows: from pairs, and from other rows. Pure and thread-safe. */
final class WeightRows {

  private WeightRows() {}

  /** Whether a link is kept. */
  @FunctionalInterface
  interface LinkFilter {
    boolean keeps(int place, int neighbour);
  }

  /**
   * Checks rows that come from outside.
   *
   * @return whether any place is in its own row
   */
  static boolean requireSound(int[] starts, int[] neighbours, double[] weights) {
    int places = starts.length - 1;
    require(
        places >= 0 && starts[0] == 0 && starts[places] == neighbours.length,
        "rows must begin at 0 and end at the number of links");
    require(weights.length == neighbours.length, "each link needs one weight");
    boolean self = false;
    for (int place = 0; place < places; place++) {
      require(starts[place] <= starts[place + 1], "rows must follow each other");
      for (int link = starts[place]; link < starts[place + 1]; link++) {
        requirePlace(neighbours[link], places);
        require(
            link == starts[place] || neighbours[link - 1] < neighbours[link],
            "neighbours must be strictly ascending within a row");
        require(weights[link] > 0, "weights must be above 0");
        requireWeight(weights[link]);
        self |= neighbours[link] == place;
      }
    }
    return self;
  }

  static SpatialWeights ofPairs(int places, int[] from, int[] to, double[] weights) {
    require(from.length == to.length && from.length == weights.length, "each link needs a weight");
    int[] starts = new int[places + 1];
    for (int i = 0; i < from.length; i++) {
      requirePlace(from[i], places);
      requirePlace(to[i], places);
      requireWeight(weights[i]);
      starts[from[i] + 1] += weights[i] > 0 ? 1 : 0;
    }
    accumulate(starts);
    int[] order = sortedPairs(from, to, weights, starts);
    int[] neighbours = IntStream.of(order).map(i -> to[i]).toArray();
    double[] sorted = IntStream.of(order).mapToDouble(i -> weights[i]).toArray();
    boolean self = requireSound(starts, neighbours, sorted);
    return new SpatialWeights(WeightStyle.BINARY, self, starts, neighbours, sorted);
  }

  /** Positions of the pairs with a weight above 0, by row and then by neighbour. */
  private static int[] sortedPairs(int[] from, int[] to, double[] weights, int[] starts) {
    int places = starts.length - 1;
    long[] keys = new long[starts[places]];
    int[] fill = Arrays.copyOf(starts, places);
    for (int i = 0; i < from.length; i++) {
      if (weights[i] > 0) {
        keys[fill[from[i]]++] = ((long) to[i] << 32) | i;
      }
    }
    int[] order = new int[keys.length];
    for (int place = 0; place < places; place++) {
      Arrays.sort(keys, starts[place], starts[place + 1]);
      for (int link = starts[place]; link < starts[place + 1]; link++) {
        order[link] = (int) keys[link];
      }
    }
    return order;
  }

  static SpatialWeights withSelf(SpatialWeights rows) {
    int places = rows.size();
    int[] starts = new int[places + 1];
    for (int place = 0; place < places; place++) {
      starts[place + 1] =
          starts[place] + rows.rowSize(place) + (rows.between(place, place) > 0 ? 0 : 1);
    }
    int[] neighbours = new int[starts[places]];
    double[] weights = new double[starts[places]];
    for (int place = 0; place < places; place++) {
      boolean there = rows.between(place, place) > 0;
      int at = starts[place];
      for (int link = rows.start(place); link < rows.end(place); link++) {
        if (!there && rows.neighbour(link) > place) {
          neighbours[at] = place;
          weights[at++] = selfWeight(rows, place);
          there = true;
        }
        neighbours[at] = rows.neighbour(link);
        weights[at++] = rows.weight(link);
      }
      if (!there) {
        neighbours[at] = place;
        weights[at] = selfWeight(rows, place);
      }
    }
    return new SpatialWeights(rows.style(), true, starts, neighbours, weights);
  }

  private static double selfWeight(SpatialWeights rows, int place) {
    if (!canTellSelf(rows, place)) {
      throw new IllegalStateException(
          "the links of place " + place + " differ in weight, so that of itself must be given");
    }
    return rows.rowSize(place) == 0 ? 1 : rows.weight(rows.start(place));
  }

  static boolean canTellSelf(SpatialWeights rows, int place) {
    for (int link = rows.start(place) + 1; link < rows.end(place); link++) {
      if (rows.weight(link) != rows.weight(link - 1)) {
        return rows.between(place, place) > 0;
      }
    }
    return true;
  }

  /** The same rows without some links. */
  static SpatialWeights filtered(SpatialWeights rows, LinkFilter filter) {
    int[] starts = new int[rows.size() + 1];
    int[] neighbours = new int[rows.linkCount()];
    double[] weights = new double[rows.linkCount()];
    boolean self = false;
    int at = 0;
    for (int place = 0; place < rows.size(); place++) {
      for (int link = rows.start(place); link < rows.end(place); link++) {
        int neighbour = rows.neighbour(link);
        if (filter.keeps(place, neighbour)) {
          neighbours[at] = neighbour;
          weights[at++] = rows.weight(link);
          self |= neighbour == place;
        }
      }
      starts[place + 1] = at;
    }
    return new SpatialWeights(
        rows.style(), self, starts, Arrays.copyOf(neighbours, at), Arrays.copyOf(weights, at));
  }

  /** The same rows among some places, numbered anew. */
  static SpatialWeights among(SpatialWeights rows, BitSet places) {
    int[] number = new int[rows.size()];
    int count = 0;
    for (int place = 0; place < number.length; place++) {
      number[place] = places.get(place) ? count++ : -1;
    }
    SpatialWeights kept =
        filtered(rows, (place, neighbour) -> number[place] >= 0 && number[neighbour] >= 0);
    int[] starts = new int[count + 1];
    int[] neighbours = new int[kept.linkCount()];
    double[] weights = new double[kept.linkCount()];
    for (int link = 0; link < neighbours.length; link++) {
      neighbours[link] = number[kept.neighbour(link)];
      weights[link] = kept.weight(link);
    }
    for (int place = 0; place < number.length; place++) {
      if (number[place] >= 0) {
        starts[number[place] + 1] = kept.end(place);
      }
    }
    return new SpatialWeights(rows.style(), kept.isSelfIncluded(), starts, neighbours, weights);
  }

  /** Turns counts, one place to the right, into positions. */
  static void accumulate(int[] starts) {
    for (int place = 1; place < starts.length; place++) {
      starts[place] += starts[place - 1];
    }
  }

  private static void requirePlace(int place, int places) {
    require(place >= 0 && place < places, "places must be from 0 to n - 1");
  }

  private static void requireWeight(double weight) {
    require(weight >= 0 && weight < Double.POSITIVE_INFINITY, "weights must be finite, at least 0");
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
