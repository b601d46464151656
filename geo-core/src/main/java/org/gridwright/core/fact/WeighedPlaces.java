package org.gridwright.core.fact;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.lattice.Packed;

/**
 * Places and their weights. Immutable.
 *
 * <p>Places are {@link Packed}, in ascending order, and may occur more than once; weights are 0 or
 * more, in whatever unit.
 */
public final class WeighedPlaces {

  public static final WeighedPlaces NONE = new WeighedPlaces(new long[0], new long[0]);

  private final long[] places;
  private final long[] weights;

  private WeighedPlaces(long[] places, long[] weights) {
    this.places = places;
    this.weights = weights;
  }

  /**
   * Places that weigh alike.
   *
   * @param places {@link Packed}, in any order
   */
  public static WeighedPlaces alike(long[] places) {
    long[] sorted = places.clone();
    Arrays.sort(sorted);
    long[] weights = new long[sorted.length];
    Arrays.fill(weights, 1);
    return new WeighedPlaces(sorted, weights);
  }

  /**
   * Places with a weight each.
   *
   * @param places {@link Packed}, in any order
   * @param weights one for each place
   * @throws IllegalArgumentException when their numbers differ or a weight is negative
   */
  public static WeighedPlaces of(long[] places, long[] weights) {
    if (places.length != weights.length || Arrays.stream(weights).anyMatch(it -> it < 0)) {
      throw new IllegalArgumentException("each place needs one weight of 0 or more");
    }
    Integer[] order = IntStream.range(0, places.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        (a, b) ->
            places[a] == places[b]
                ? Long.compare(weights[a], weights[b])
                : Long.compare(places[a], places[b]));
    return new WeighedPlaces(
        Arrays.stream(order).mapToLong(it -> places[it]).toArray(),
        Arrays.stream(order).mapToLong(it -> weights[it]).toArray());
  }

  public int size() {
    return places.length;
  }

  /** The place at an index, {@link Packed}. */
  public long place(int index) {
    return places[index];
  }

  public long weight(int index) {
    return weights[index];
  }

  /** Sum of all weights. */
  public long total() {
    return Arrays.stream(weights).sum();
  }

  /** Those of the places that are asked for. */
  public WeighedPlaces where(LongPredicate asked) {
    return where(0, size(), asked);
  }

  /** Those of a closed rectangle on the globe; only those between its meridians are looked at. */
  public WeighedPlaces within(LatticeEnvelope box) {
    return where(
        firstFrom(Packed.of(box.minX(), Integer.MIN_VALUE)),
        firstFrom(Packed.of(box.maxX(), Integer.MAX_VALUE)),
        place -> box.contains(Packed.x(place), Packed.y(place)));
  }

  /** Index of the first place that is not before one. */
  private int firstFrom(long place) {
    int from = 0;
    int to = size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (places[middle] < place) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private WeighedPlaces where(int from, int to, LongPredicate asked) {
    int[] kept = IntStream.range(from, to).filter(i -> asked.test(places[i])).toArray();
    return kept.length == size()
        ? this
        : new WeighedPlaces(
            Arrays.stream(kept).mapToLong(i -> places[i]).toArray(),
            Arrays.stream(kept).mapToLong(i -> weights[i]).toArray());
  }

  /** Whether a place is among them, with whatever weight. */
  public boolean contains(long place) {
    return Arrays.binarySearch(places, place) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeighedPlaces that
        && Arrays.equals(places, that.places)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }
}
