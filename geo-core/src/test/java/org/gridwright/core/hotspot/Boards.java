package org.gridwright.core.hotspot;

import java.util.Arrays;
import java.util.Random;
import org.gridwright.core.hotspot.weights.Adjacency;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/** Boards of square places, row by row, and values on them. */
public final class Boards {

  private Boards() {}

  /** Who touches whom on a board. */
  public static SpatialWeights of(Adjacency adjacency, int width, int height) {
    int[] starts = new int[width * height + 1];
    int[] neighbours = new int[8 * width * height];
    int count = 0;
    for (int place = 0; place < width * height; place++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int x = place % width + dx;
          int y = place / width + dy;
          boolean touches = adjacency == Adjacency.QUEEN || dx == 0 || dy == 0;
          if (touches && (dx != 0 || dy != 0) && x >= 0 && x < width && y >= 0 && y < height) {
            neighbours[count++] = y * width + x;
          }
        }
      }
      starts[place + 1] = count;
    }
    return SpatialWeights.ofRows(starts, Arrays.copyOf(neighbours, count));
  }

  /** Counts of a Poisson distribution. */
  public static double[] poisson(int n, double mean, Random random) {
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) {
      double left = Math.exp(-mean);
      for (double product = random.nextDouble(); product > left; product *= random.nextDouble()) {
        counts[i]++;
      }
    }
    return counts;
  }

  /** Counts whose mean itself varies, tenfold and more: many zeros and a few large ones. */
  public static double[] overdispersed(int n, double mean, Random random) {
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) {
      double rate = mean * Math.exp(1.2 * random.nextGaussian() - 0.72);
      counts[i] = poisson(1, rate, random)[0];
    }
    return counts;
  }
}
