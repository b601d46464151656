package org.gridwright.core.hotspot.time;

import java.util.stream.IntStream;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Getis–Ord Gi* of every bin of a cube (J. K. Ord, A. Getis, Geographical Analysis 27, 1995): the
 * bin itself and its neighbours at its step, and the same places at the steps before that it looks
 * back to. Time and memory linear in links and bins.
 */
final class CubeFigures {

  private final SpaceTimeCube cube;
  private final SpatialWeights weights;
  private final int back;

  /**
   * @param weights with self, of the cube's places
   * @param back steps before that a bin looks back to, from 0
   */
  CubeFigures(SpaceTimeCube cube, SpatialWeights weights, int back) {
    this.cube = cube;
    this.weights = weights;
    this.back = back;
  }

  /** z of each bin, NaN where the values it is compared with do not vary. */
  double[] z(CubeScope scope) {
    double[] z = new double[cube.places() * cube.steps()];
    Moments[] moments = moments(scope);
    IntStream.range(0, cube.places()).parallel().forEach(place -> fill(place, scope, moments, z));
    return z;
  }

  private void fill(int place, CubeScope scope, Moments[] moments, double[] z) {
    int steps = cube.steps();
    double[] lag = new double[steps];
    for (int link = weights.start(place); link < weights.end(place); link++) {
      for (int t = 0; t < steps; t++) {
        lag[t] += weights.weight(link) * cube.value(weights.neighbour(link), t);
      }
    }
    double weight = weights.sum(place);
    double squares = weights.sumOfSquares(place);
    for (int t = 0; t < steps; t++) {
      double sum = 0;
      int first = Math.max(0, t - back);
      for (int u = first; u <= t; u++) {
        sum += lag[u];
      }
      int looked = scope == CubeScope.WHOLE_CUBE ? t - first + 1 : 1;
      z[place * steps + t] = moments[t].z(sum, weight * looked, squares * looked);
    }
  }

  /** What each step is compared with. */
  private Moments[] moments(CubeScope scope) {
    Moments[] moments = new Moments[cube.steps()];
    for (int t = 0; t < moments.length; t++) {
      moments[t] =
          scope == CubeScope.WHOLE_CUBE && t > 0 ? moments[0] : Moments.of(cube, scope, t, back);
    }
    return moments;
  }

  /**
   * Mean and standard deviation, divided by the number, of the values that a bin is compared with.
   */
  private record Moments(double number, double mean, double deviation) {

    static Moments of(SpaceTimeCube cube, CubeScope scope, int step, int back) {
      boolean whole = scope == CubeScope.WHOLE_CUBE;
      int from = whole ? 0 : step;
      int to = whole ? cube.steps() - 1 : step;
      int before = whole ? 0 : back;
      double number = (double) cube.places() * (to - from + 1);
      double sum = 0;
      for (int place = 0; place < cube.places(); place++) {
        for (int t = from; t <= to; t++) {
          sum += summed(cube, place, t, before);
        }
      }
      double mean = sum / number;
      double squares = 0;
      for (int place = 0; place < cube.places(); place++) {
        for (int t = from; t <= to; t++) {
          double off = summed(cube, place, t, before) - mean;
          squares += off * off;
        }
      }
      return new Moments(number, mean, Math.sqrt(squares / number));
    }

    private static double summed(SpaceTimeCube cube, int place, int step, int back) {
      double sum = 0;
      for (int t = Math.max(0, step - back); t <= step; t++) {
        sum += cube.value(place, t);
      }
      return sum;
    }

    double z(double sum, double weight, double squares) {
      double spread = (number * squares - weight * weight) / (number - 1);
      double scale = deviation * Math.sqrt(spread);
      return number >= 3 && scale > 0 ? (sum - mean * weight) / scale : Double.NaN;
    }
  }
}
