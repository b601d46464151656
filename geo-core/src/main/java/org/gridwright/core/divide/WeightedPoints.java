package org.gridwright.core.divide;

import java.util.Arrays;
import org.gridwright.core.message.Message;

/**
 * What grids are balanced by: lattice points with a weight each, such as addresses with their
 * households. Immutable and thread-safe.
 */
public final class WeightedPoints {

  /** No points: grids are balanced by area. */
  public static final WeightedPoints NONE =
      new WeightedPoints(new int[0], new int[0], new double[0]);

  private final int[] x;
  private final int[] y;
  private final double[] weight;

  private WeightedPoints(int[] x, int[] y, double[] weight) {
    this.x = x;
    this.y = y;
    this.weight = weight;
  }

  /**
   * Points by longitude and latitude in lattice steps and weight; the arrays are copied.
   *
   * @throws DivideException when a weight is negative or no number
   */
  public static WeightedPoints of(int[] x, int[] y, double[] weight) {
    if (x.length != y.length || x.length != weight.length) {
      throw new IllegalArgumentException("points need as many longitudes, latitudes and weights");
    }
    for (int i = 0; i < weight.length; i++) {
      if (!(weight[i] >= 0 && weight[i] < Double.POSITIVE_INFINITY)) {
        throw new DivideException(
            DivideException.Code.WEIGHT, Message.core("divide.weight", i + 1, weight[i]));
      }
    }
    return new WeightedPoints(x.clone(), y.clone(), weight.clone());
  }

  /** Points that weigh 1 each. */
  public static WeightedPoints of(int[] x, int[] y) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return of(x, y, ones);
  }

  public int size() {
    return x.length;
  }

  /** Longitude in lattice steps. */
  public int x(int i) {
    return x[i];
  }

  /** Latitude in lattice steps. */
  public int y(int i) {
    return y[i];
  }

  public double weight(int i) {
    return weight[i];
  }
}
