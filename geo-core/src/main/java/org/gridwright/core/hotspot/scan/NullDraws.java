package org.gridwright.core.hotspot.scan;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws incidents as chance has them, given how many there are. Has memory of its own: one for each
 * thread. A replica depends on its random numbers alone, not on those drawn before it.
 */
interface NullDraws {

  /**
   * One replica.
   *
   * @param cells where to put how many fall on each place and step, in the order of the field
   */
  void draw(SplittableRandom random, int[] cells);

  /** Those of a model. */
  static NullDraws of(ScanModel model, ScanField field) {
    return switch (model) {
      case POISSON -> new PoissonDraws(field);
      case BERNOULLI -> new CaseControlDraws(field);
      case SPACE_TIME_PERMUTATION -> new PermutedTimes(field);
    };
  }

  /**
   * Each incident falls on a place and step with a probability in proportion to its weight
   * (multinomial), by A. J. Walker's aliases (1977) as M. D. Vose fills them (1991), to 2^-32.
   */
  final class PoissonDraws implements NullDraws {

    private static final double WHOLE = 0x1p32;

    private final int incidents;
    private final long[] keep;
    private final int[] alias;

    PoissonDraws(ScanField field) {
      long[] weights = field.weights();
      int n = weights.length;
      incidents = (int) field.likelihood().cases();
      keep = new long[n];
      alias = new int[n];
      double[] scaled = new double[n];
      int[] queue = new int[n];
      int small = 0;
      int large = n;
      for (int i = 0; i < n; i++) {
        scaled[i] = (double) weights[i] / field.capTotal() * n;
        queue[scaled[i] < 1 ? small++ : --large] = i;
      }
      while (small > 0 && large < n) {
        int less = queue[--small];
        int more = queue[large];
        keep[less] = (long) (scaled[less] * WHOLE);
        alias[less] = more;
        scaled[more] -= 1 - scaled[less];
        if (scaled[more] < 1) {
          large++;
          queue[small++] = more;
        }
      }
      System.arraycopy(queue, large, queue, small, n - large);
      int most = heaviest(weights);
      for (int i = 0; i < small + n - large; i++) {
        keep[queue[i]] = weights[queue[i]] > 0 ? 1L << 32 : 0;
        alias[queue[i]] = most;
      }
    }

    private static int heaviest(long[] weights) {
      int most = 0;
      for (int i = 1; i < weights.length; i++) {
        most = weights[i] > weights[most] ? i : most;
      }
      return most;
    }

    @Override
    public void draw(SplittableRandom random, int[] cells) {
      Arrays.fill(cells, 0);
      for (int i = 0; i < incidents; i++) {
        long bits = random.nextLong();
        int cell = (int) (((bits >>> 32) * cells.length) >>> 32);
        cells[(bits & 0xffff_ffffL) < keep[cell] ? cell : alias[cell]]++;
      }
    }
  }

  /** Who of all cases and controls is a case is drawn without replacement. */
  final class CaseControlDraws implements NullDraws {

    private final int cases;

    /** The place and step of each individual; in its order again after each replica. */
    private final int[] individuals;

    private final int[] exchanged;

    CaseControlDraws(ScanField field) {
      cases = (int) field.likelihood().cases();
      individuals = repeated(field.weights());
      exchanged = new int[cases];
    }

    private static int[] repeated(long[] weights) {
      int[] all = new int[(int) Arrays.stream(weights).sum()];
      int at = 0;
      for (int cell = 0; cell < weights.length; cell++) {
        Arrays.fill(all, at, at + (int) weights[cell], cell);
        at += (int) weights[cell];
      }
      return all;
    }

    @Override
    public void draw(SplittableRandom random, int[] cells) {
      Arrays.fill(cells, 0);
      for (int i = 0; i < cases; i++) {
        exchanged[i] = random.nextInt(i, individuals.length);
        exchange(i, exchanged[i]);
        cells[individuals[i]]++;
      }
      for (int i = cases - 1; i >= 0; i--) {
        exchange(i, exchanged[i]);
      }
    }

    private void exchange(int a, int b) {
      int kept = individuals[a];
      individuals[a] = individuals[b];
      individuals[b] = kept;
    }
  }

  /** The steps of all incidents are shuffled over their places. */
  final class PermutedTimes implements NullDraws {

    private final int steps;

    /** Of each incident, place by place. */
    private final int[] placeOf;

    private final int[] stepOf;
    private final int[] shuffled;

    PermutedTimes(ScanField field) {
      steps = field.steps();
      int[] cases = field.cases();
      placeOf = new int[(int) field.likelihood().cases()];
      stepOf = new int[placeOf.length];
      shuffled = new int[placeOf.length];
      int at = 0;
      for (int cell = 0; cell < cases.length; cell++) {
        for (int i = 0; i < cases[cell]; i++) {
          placeOf[at] = cell / steps;
          stepOf[at++] = cell % steps;
        }
      }
    }

    @Override
    public void draw(SplittableRandom random, int[] cells) {
      Arrays.fill(cells, 0);
      System.arraycopy(stepOf, 0, shuffled, 0, stepOf.length);
      for (int i = 0; i < shuffled.length; i++) {
        int other = random.nextInt(i, shuffled.length);
        int step = shuffled[other];
        shuffled[other] = shuffled[i];
        cells[placeOf[i] * steps + step]++;
      }
    }
  }
}
