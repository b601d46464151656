package org.gridwright.core.hotspot.inference;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;

/** Draws for one place after the other, with random numbers of each one's own. Not thread-safe. */
final class PlaceSampler {

  /** Up to here, a place drawn twice is found by looking at those drawn. */
  private static final int FEW = 16;

  private final LocalSum sum;
  private final int draws;
  private final Progress progress;
  private final double[] values;
  private int[] picked = new int[64];
  private double[] linkWeights = new double[64];
  private int[] order = new int[0];

  PlaceSampler(LocalSum sum, int draws, Progress progress) {
    this.sum = sum;
    this.draws = draws;
    this.progress = progress;
    this.values = sum.values();
  }

  void run(int place, long seed, int[] atLeast, int[] atMost) {
    if (sum.reason(place).isPresent()) {
      atLeast[place] = -1;
      atMost[place] = -1;
      return;
    }
    int k = links(place);
    boolean even = isEven(k);
    double observed = even ? evenSum(place) : sum.sum(place);
    double slack = slack(place, k, even);
    SplittableRandom random = new SplittableRandom(mixed(seed, place));
    int up = 0;
    int down = 0;
    for (int draw = 0; draw < draws; draw++) {
      if ((draw & 1023) == 0) {
        progress.checkpoint();
      }
      pick(k, random);
      double drawn = drawnSum(place, k, even);
      up += drawn >= observed - slack ? 1 : 0;
      down += drawn <= observed + slack ? 1 : 0;
    }
    boolean mirrored = sum.factor(place) < 0;
    atLeast[place] = mirrored ? down : up;
    atMost[place] = mirrored ? up : down;
  }

  /** Notes the weights of the links to others; gives their number. */
  private int links(int place) {
    SpatialWeights weights = sum.weights();
    int size = weights.rowSize(place);
    if (size > picked.length) {
      picked = new int[size];
      linkWeights = new double[size];
    }
    int k = 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      if (weights.neighbour(link) != place) {
        linkWeights[k++] = weights.weight(link);
      }
    }
    return k;
  }

  private boolean isEven(int k) {
    for (int i = 1; i < k; i++) {
      if (linkWeights[i] != linkWeights[0]) {
        return false;
      }
    }
    return true;
  }

  /** The sum without weights, which is exact for whole numbers: ties are seen as ties. */
  private double evenSum(int place) {
    SpatialWeights weights = sum.weights();
    double observed = 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      int neighbour = weights.neighbour(link);
      if (neighbour != place) {
        observed += term(place, values[neighbour]);
      }
    }
    return observed;
  }

  /** How far two sums of the same terms in another order can be apart. */
  private double slack(int place, int k, boolean even) {
    double size = 0;
    SpatialWeights weights = sum.weights();
    for (int link = weights.start(place); link < weights.end(place); link++) {
      size +=
          Math.abs(term(place, values[weights.neighbour(link)]))
              * (even ? 1 : weights.weight(link));
    }
    return size * k * 0x1p-52;
  }

  private double term(int place, double value) {
    if (sum.drawn() == LocalSum.Summand.VALUE) {
      return value;
    }
    double difference = value - values[place];
    return difference * difference;
  }

  private double drawnSum(int place, int k, boolean even) {
    double drawn = 0;
    for (int i = 0; i < k; i++) {
      int other = picked[i] < place ? picked[i] : picked[i] + 1;
      double term = term(place, values[other]);
      drawn += even ? term : linkWeights[i] * term;
    }
    return drawn;
  }

  /** Picks k different numbers of 0 … n − 2, in random order. */
  private void pick(int k, SplittableRandom random) {
    int others = values.length - 1;
    if (k > FEW || 2 * k > others) {
      shuffle(k, others, random);
      return;
    }
    for (int i = 0; i < k; i++) {
      int pick = random.nextInt(others);
      int j = 0;
      while (j < i && picked[j] != pick) {
        j++;
      }
      if (j == i) {
        picked[i] = pick;
      } else {
        i--;
      }
    }
  }

  /** The first k of a shuffle (R. A. Fisher, F. Yates, 1938), which is undone afterwards. */
  private void shuffle(int k, int others, SplittableRandom random) {
    if (order.length != others) {
      order = IntStream.range(0, others).toArray();
    }
    int[] swapped = new int[k];
    for (int i = 0; i < k; i++) {
      swapped[i] = i + random.nextInt(others - i);
      swap(i, swapped[i]);
      picked[i] = order[i];
    }
    for (int i = k - 1; i >= 0; i--) {
      swap(i, swapped[i]);
    }
  }

  private void swap(int i, int j) {
    int kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }

  /** A seed of its own for each place: two rounds of the finalizer of MurmurHash3 (variant 13). */
  private static long mixed(long seed, int place) {
    return mix(mix(seed + 0x9E3779B97F4A7C15L) + 0xD1342543DE82EF95L * (place + 1L));
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
