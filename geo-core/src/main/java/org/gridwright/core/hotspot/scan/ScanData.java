package org.gridwright.core.hotspot.scan;

import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.message.Message;

/**
 * What a scan looks at: places, how many incidents each had in each step of time, and what is
 * expected of it. Data without time are of one step. Immutable and thread-safe.
 */
public final class ScanData {

  /** Totals of populations stay below 2 to this, so that they are added up exactly. */
  private static final int WEIGHT_BITS = 60;

  /** Below it, whole numbers are whole as doubles. */
  private static final double WHOLE = 1L << 53;

  private final ScanModel model;
  private final ScanPlaces places;
  private final int steps;

  /** Of place i in step t at i × steps + t. */
  private final int[] cases;

  /** In proportion to what is expected, in the same order. */
  private final long[] weights;

  private final double weightUnit;

  private ScanData(
      ScanModel model, ScanPlaces places, int steps, int[] cases, long[] weights, double unit) {
    this.model = model;
    this.places = places;
    this.steps = steps;
    this.cases = cases;
    this.weights = weights;
    this.weightUnit = unit;
  }

  /**
   * Incidents beside a population.
   *
   * @param cases of each place, at least 0
   * @param population of each place, or another number that incidents would be in proportion to:
   *     finite, at least 0, and above 0 where there are incidents
   * @throws HotspotException when they are not so
   */
  public static ScanData poisson(ScanPlaces places, int[] cases, double[] population) {
    return poisson(places, CaseTable.column(cases), CaseTable.column(population));
  }

  /**
   * The same in steps of time.
   *
   * @param cases by place and step
   * @param population by place and step; for a population that stays, the same in all steps
   * @throws HotspotException when they are not as {@link #poisson(ScanPlaces, int[], double[])}
   *     says
   */
  public static ScanData poisson(ScanPlaces places, int[][] cases, double[][] population) {
    int[] flat = CaseTable.flat(places, cases);
    double[] people = CaseTable.flat(places, population);
    int steps = cases[0].length;
    double unit = unit(people);
    long[] weights = new long[people.length];
    for (int i = 0; i < people.length; i++) {
      weights[i] = Math.round(people[i] / unit);
      if (weights[i] == 0 && flat[i] > 0) {
        throw new HotspotException(Message.core("hotspot.scan.nobody", i / steps + 1, flat[i]));
      }
    }
    return new ScanData(ScanModel.POISSON, places, steps, flat, weights, unit);
  }

  /** 1 where all are whole, otherwise a power of two that leaves some sixty bits to the total. */
  private static double unit(double[] people) {
    double total = 0;
    boolean whole = true;
    for (double each : people) {
      total += each;
      whole &= each == Math.rint(each);
    }
    return (whole && total < WHOLE) || total == 0
        ? 1
        : Math.scalb(1.0, Math.getExponent(total) + 1 - WEIGHT_BITS);
  }

  /**
   * Cases and controls.
   *
   * @param cases by place and step, at least 0
   * @param controls by place and step, at least 0
   * @throws HotspotException when they are not so
   */
  public static ScanData bernoulli(ScanPlaces places, int[][] cases, int[][] controls) {
    int[] flat = CaseTable.flat(places, cases);
    int[] others = CaseTable.flat(places, controls);
    CaseTable.requireSame(cases[0].length, controls[0].length);
    long[] weights = new long[flat.length];
    for (int i = 0; i < flat.length; i++) {
      weights[i] = (long) flat[i] + others[i];
    }
    CaseTable.requireCountable(weights);
    return new ScanData(ScanModel.BERNOULLI, places, cases[0].length, flat, weights, 1);
  }

  /**
   * Incidents without a denominator, in steps of time.
   *
   * @param cases by place and step, at least 0
   * @throws HotspotException when they are not so, or there is one step only
   */
  public static ScanData permutation(ScanPlaces places, int[][] cases) {
    int[] flat = CaseTable.flat(places, cases);
    int steps = cases[0].length;
    if (steps < 2) {
      throw new HotspotException(Message.core("hotspot.scan.one-step"));
    }
    long[] ofPlace = new long[places.size()];
    long[] ofStep = new long[steps];
    for (int i = 0; i < flat.length; i++) {
      ofPlace[i / steps] += flat[i];
      ofStep[i % steps] += flat[i];
    }
    long[] weights = new long[flat.length];
    for (int i = 0; i < flat.length; i++) {
      weights[i] = ofPlace[i / steps] * ofStep[i % steps];
    }
    return new ScanData(ScanModel.SPACE_TIME_PERMUTATION, places, steps, flat, weights, 1);
  }

  public ScanModel model() {
    return model;
  }

  public ScanPlaces places() {
    return places;
  }

  /** Number of steps of time, from 1. */
  public int steps() {
    return steps;
  }

  /** Incidents of a place in a step, both from 0. */
  public int cases(int place, int step) {
    return cases[place * steps + step];
  }

  /** In proportion to what is expected of a place in a step. */
  long weight(int place, int step) {
    return weights[place * steps + step];
  }

  /** What a weight of 1 is of the population that was given. */
  double weightUnit() {
    return weightUnit;
  }
}
