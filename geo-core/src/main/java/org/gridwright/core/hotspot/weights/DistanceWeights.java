package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import org.gridwright.core.message.Message;
import org.gridwright.core.work.Progress;

/**
 * Weights by distance in metres: bands, nearest places, and kernels. Distances are between the
 * places' points. Takes time in proportion to the links, besides O(n) for an index; each place is
 * looked up by itself, at a checkpoint.
 */
public final class DistanceWeights {

  /** More links are refused: they would take more than 2 GiB. */
  public static final int MOST_LINKS = 100_000_000;

  private static final int PLACES_AT_ONCE = 64;

  /** A kernel as a function of distance over bandwidth; 1 at no distance. */
  public enum DistanceDecay {
    /** exp(−u²/2), cut off at three bandwidths. */
    GAUSSIAN(3),
    /** (1 − u²)² within one bandwidth; also called biweight or bisquare. */
    QUARTIC(1);

    private final double reach;

    DistanceDecay(double reach) {
      this.reach = reach;
    }

    /** The weight at a distance of so many bandwidths. */
    public double at(double u) {
      if (this == GAUSSIAN) {
        return Math.exp(-u * u / 2);
      }
      return u < 1 ? (1 - u * u) * (1 - u * u) : 0;
    }
  }

  private final PlacePoints places;
  private final PlaceIndex index;
  private final int mostLinks;
  private final Progress progress;
  private final int[] starts;
  private int[] neighbours;
  private int count;
  private int[] found = new int[64];
  private int foundCount;

  private DistanceWeights(PlacePoints places, int mostLinks, Progress progress) {
    this.places = places;
    this.mostLinks = mostLinks;
    this.index = new PlaceIndex(places);
    this.progress = progress;
    this.starts = new int[places.size() + 1];
    this.neighbours = new int[8 * places.size() + 16];
  }

  /**
   * Weights of 1 for places at most some metres apart; the end is included.
   *
   * @param metres at least 0; at 0 only places at the same point are neighbours
   * @throws WeightsException when there would be more than {@link #MOST_LINKS} links, or the band
   *     is no number at least 0
   */
  public static SpatialWeights band(PlacePoints places, double metres, Progress progress) {
    return band(places, metres, MOST_LINKS, progress);
  }

  static SpatialWeights band(PlacePoints places, double metres, int mostLinks, Progress progress) {
    requireMetres(metres, metres >= 0, "hotspot.band");
    DistanceWeights weights = new DistanceWeights(places, mostLinks, progress);
    weights.collect(metres);
    return weights.ones();
  }

  /**
   * Weights of 1 for the k nearest other places; of several at the same distance those with the
   * smaller codes, which are the smaller indices. Not symmetric in general.
   *
   * @throws WeightsException when k is not from 1 to n − 1
   */
  public static SpatialWeights nearest(PlacePoints places, int k, Progress progress) {
    if (k < 1 || k >= places.size() || (long) k * places.size() > MOST_LINKS) {
      throw new WeightsException(
          Message.core(
              "hotspot.nearest", k, Math.min(places.size() - 1, MOST_LINKS / places.size())));
    }
    DistanceWeights weights = new DistanceWeights(places, MOST_LINKS, progress);
    double metres = weights.index.likelyMetres();
    for (int place = 0; place < places.size(); place++) {
      weights.checkpoint(place);
      metres = weights.findAtLeast(place, k, metres);
      weights.keepNearest(place, k);
      weights.endRow(place);
    }
    return weights.ones();
  }

  /**
   * Weights by a kernel of distance, self included with weight 1. A kernel of 0 is no link.
   *
   * @param bandwidthMetres above 0
   * @throws WeightsException as {@link #band}
   */
  public static SpatialWeights kernel(
      PlacePoints places, DistanceDecay kernel, double bandwidthMetres, Progress progress) {
    requireMetres(bandwidthMetres, bandwidthMetres > 0, "hotspot.bandwidth");
    DistanceWeights weights = new DistanceWeights(places, MOST_LINKS, progress);
    weights.collect(kernel.reach * bandwidthMetres);
    SpatialWeights band = weights.ones().withSelf();
    int[] from = new int[band.linkCount()];
    int[] to = new int[band.linkCount()];
    double[] values = new double[band.linkCount()];
    for (int place = 0; place < places.size(); place++) {
      for (int link = band.start(place); link < band.end(place); link++) {
        from[link] = place;
        to[link] = band.neighbour(link);
        values[link] = kernel.at(places.metres(place, to[link]) / bandwidthMetres);
      }
    }
    return SpatialWeights.ofPairs(places.size(), from, to, values);
  }

  /** Metres from each place to the nearest other one; empty for fewer than two places. */
  public static double[] nearestMetres(PlacePoints places, Progress progress) {
    if (places.size() < 2) {
      return new double[0];
    }
    SpatialWeights nearest = nearest(places, 1, progress);
    double[] metres = new double[places.size()];
    Arrays.setAll(metres, i -> places.metres(i, nearest.neighbour(nearest.start(i))));
    return metres;
  }

  private static void requireMetres(double metres, boolean inRange, String key) {
    if (!inRange || Double.isInfinite(metres)) {
      throw new WeightsException(Message.core(key, metres));
    }
  }

  private void collect(double metres) {
    for (int place = 0; place < places.size(); place++) {
      checkpoint(place);
      find(place, metres);
      Arrays.sort(found, 0, foundCount);
      endRow(place);
    }
  }

  private void checkpoint(int place) {
    if (place % PLACES_AT_ONCE == 0) {
      progress.at(place, places.size());
    }
  }

  private void find(int place, double metres) {
    foundCount = 0;
    index.within(place, metres, this::found);
  }

  private void found(int place) {
    if (foundCount == found.length) {
      found = Arrays.copyOf(found, 2 * foundCount);
    }
    found[foundCount++] = place;
  }

  /**
   * Widens or narrows a distance until some others are within it; gives the one to begin with next.
   */
  private double findAtLeast(int place, int k, double metres) {
    double at = metres;
    find(place, at);
    boolean many = foundCount > 8 * k + 16;
    while (foundCount < k) {
      at *= 1.5;
      find(place, at);
    }
    find(place, at + 4 * places.slack(at));
    return many ? at / 1.3 : at;
  }

  /** Leaves of those found the k nearest, ascending; of those as far as the k-th the first. */
  private void keepNearest(int place, int k) {
    double[] metres = new double[foundCount];
    Arrays.sort(found, 0, foundCount);
    Arrays.setAll(metres, i -> places.metres(place, found[i]));
    double[] sorted = metres.clone();
    Arrays.sort(sorted);
    double last = sorted[k - 1];
    double slack = places.slack(last);
    int nearer = 0;
    for (double each : metres) {
      nearer += each < last - slack ? 1 : 0;
    }
    int tied = k - nearer;
    int kept = 0;
    for (int i = 0; i < foundCount; i++) {
      boolean isNearer = metres[i] < last - slack;
      if (isNearer || (metres[i] <= last + slack && tied-- > 0)) {
        found[kept++] = found[i];
      }
    }
    foundCount = kept;
  }

  private void endRow(int place) {
    if ((long) count + foundCount > mostLinks) {
      throw new WeightsException(Message.core("hotspot.links", mostLinks));
    }
    if (count + foundCount > neighbours.length) {
      neighbours = Arrays.copyOf(neighbours, Math.max(count + foundCount, 2 * neighbours.length));
    }
    System.arraycopy(found, 0, neighbours, count, foundCount);
    count += foundCount;
    starts[place + 1] = count;
  }

  private SpatialWeights ones() {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return new SpatialWeights(
        WeightStyle.BINARY, false, starts, Arrays.copyOf(neighbours, count), ones);
  }
}
