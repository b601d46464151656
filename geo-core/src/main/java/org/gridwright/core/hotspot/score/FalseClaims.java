package org.gridwright.core.hotspot.score;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.gridwright.core.work.Progress;

/**
 * How often a method claims something where there is nothing: the same values are shuffled over the
 * same places again and again, and the method is asked. Immutable.
 *
 * @param runs how often they were shuffled
 * @param runsWithClaims in how many of them any place was claimed
 * @param claims in all runs together
 * @param places claims that could have been made in a run
 */
public record FalseClaims(int runs, int runsWithClaims, long claims, int places) {

  /** Runs unless others are asked for. */
  public static final int RUNS = 200;

  /**
   * Runs the simulation, one run after the other, so that the method may use all cores.
   *
   * @param values of all places
   * @param method is given the values in another order, and says of how many places it claims
   *     something
   * @param runs from 1
   * @throws org.gridwright.core.work.StoppedException when it is not to go on
   */
  public static FalseClaims of(
      double[] values, ToIntFunction<double[]> method, int runs, long seed, Progress progress) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shuffled = values.clone();
    int withClaims = 0;
    long claims = 0;
    for (int run = 0; run < runs; run++) {
      progress.at(run, runs);
      for (int i = shuffled.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double kept = shuffled[i];
        shuffled[i] = shuffled[other];
        shuffled[other] = kept;
      }
      int claimed = method.applyAsInt(shuffled.clone());
      withClaims += claimed > 0 ? 1 : 0;
      claims += claimed;
    }
    return new FalseClaims(runs, withClaims, claims, values.length);
  }

  /** Share of the runs with any claim: beside the level at which p were adjusted. */
  public double shareOfRuns() {
    return (double) runsWithClaims / runs;
  }

  /** Share of all places claimed: beside the level at which p were not. */
  public double shareOfPlaces() {
    return (double) claims / ((double) runs * places);
  }

  /**
   * The greatest share of runs, by three standard errors, that would be no surprise.
   *
   * @param nominal level
   */
  public double greatestExpected(double nominal) {
    return nominal + 3 * Math.sqrt(nominal * (1 - nominal) / runs);
  }
}
