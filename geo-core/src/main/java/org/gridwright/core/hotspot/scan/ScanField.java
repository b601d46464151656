package org.gridwright.core.hotspot.scan;

import java.util.Arrays;

/**
 * The data of a scan in the order in which it is looked at: places near each other stand near each
 * other, along a Z-curve, so that the windows of one centre lie in the same memory as those of the
 * next. Immutable.
 */
final class ScanField {

  private final int[] original;
  private final ScanPlaces places;
  private final int steps;
  private final int[] cases;
  private final long[] weights;
  private final long[] capWeights;
  private final long capTotal;
  private final Likelihood likelihood;

  ScanField(ScanData data) {
    this.original = zCurve(data.places());
    this.places = data.places().reordered(original);
    this.steps = data.steps();
    int n = original.length;
    this.cases = new int[n * steps];
    this.weights = new long[n * steps];
    this.capWeights = new long[n];
    long total = 0;
    int sum = 0;
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        cases[i * steps + t] = data.cases(original[i], t);
        weights[i * steps + t] = data.weight(original[i], t);
        capWeights[i] += weights[i * steps + t];
        sum += cases[i * steps + t];
      }
      total += capWeights[i];
    }
    this.capTotal = total;
    this.likelihood = new Likelihood(data.model() == ScanModel.BERNOULLI, sum, total);
  }

  /** The numbers of the places, in the order of a Z-curve through space; ties by number. */
  private static int[] zCurve(ScanPlaces places) {
    int n = places.size();
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(n);
    int bits = (Long.SIZE - 1 - indexBits) / 3;
    long[] keys = new long[n];
    for (int axis = 0; axis < 3; axis++) {
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        least = Math.min(least, places.along(axis, i));
        most = Math.max(most, places.along(axis, i));
      }
      double scale = most > least ? ((1 << bits) - 1) / (most - least) : 0;
      for (int i = 0; i < n; i++) {
        keys[i] |= spread((long) ((places.along(axis, i) - least) * scale), bits) << axis;
      }
    }
    for (int i = 0; i < n; i++) {
      keys[i] = (keys[i] << indexBits) | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key & ((1L << indexBits) - 1))).toArray();
  }

  /** Every bit with two others behind it. */
  private static long spread(long value, int bits) {
    long spread = 0;
    for (int bit = 0; bit < bits; bit++) {
      spread |= ((value >>> bit) & 1) << (3 * bit);
    }
    return spread;
  }

  int size() {
    return original.length;
  }

  int steps() {
    return steps;
  }

  ScanPlaces places() {
    return places;
  }

  Likelihood likelihood() {
    return likelihood;
  }

  /** The number that a place has in the data. */
  int original(int place) {
    return original[place];
  }

  /** Incidents, of place i in step t at i × steps + t. Not to be changed. */
  int[] cases() {
    return cases;
  }

  /** In proportion to what is expected, in the same order. Not to be changed. */
  long[] weights() {
    return weights;
  }

  /** The weights of a place in all steps. */
  long capWeight(int place) {
    return capWeights[place];
  }

  long capTotal() {
    return capTotal;
  }
}
