package org.gridwright.core.hotspot.scan;

import java.util.SplittableRandom;

/**
 * A seeded map of a few dozen places, some of them on a lattice so that distances tie, with
 * incidents in steps, of each model by turns.
 */
final class SmallMap {

  private final double[] x;
  private final double[] y;
  private final int[][] cases;
  private final int[][] controls;
  private final double[][] people;
  private final ScanModel model;
  private final ScanOptions options;

  SmallMap(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = random.nextInt(8, 40);
    model = ScanModel.values()[seed % 3];
    int steps = model == ScanModel.SPACE_TIME_PERMUTATION ? 5 : seed % 2 == 0 ? 1 : 4;
    x = new double[n];
    y = new double[n];
    cases = new int[n][steps];
    controls = new int[n][steps];
    people = new double[n][steps];
    for (int i = 0; i < n; i++) {
      boolean lattice = random.nextInt(3) > 0;
      x[i] = lattice ? random.nextInt(8) * 100 : random.nextDouble() * 800;
      y[i] = lattice ? random.nextInt(8) * 100 : random.nextDouble() * 800;
      int size = random.nextInt(1, 30);
      for (int t = 0; t < steps; t++) {
        cases[i][t] = random.nextInt(random.nextInt(1, 9));
        controls[i][t] = random.nextInt(6);
        people[i][t] = size;
      }
    }
    options =
        ScanOptions.DEFAULT
            .withDirection(ScanDirection.values()[seed / 3 % 3])
            .withLargest(random.nextInt(2) == 0 ? 0.5 : 0.8, random.nextInt(2) == 0 ? 1e9 : 300)
            .withTime(random.nextInt(1, 5), random.nextInt(3) == 0);
  }

  ScanOptions options() {
    return options;
  }

  int size() {
    return x.length;
  }

  ScanData data() {
    return data(x, y, cases, controls, people);
  }

  ScanData moved(double east, double north) {
    double[] movedX = x.clone();
    double[] movedY = y.clone();
    for (int i = 0; i < x.length; i++) {
      movedX[i] += east;
      movedY[i] += north;
    }
    return data(movedX, movedY, cases, controls, people);
  }

  ScanData reversed() {
    int n = x.length;
    double[] x2 = new double[n];
    double[] y2 = new double[n];
    int[][] cases2 = new int[n][];
    int[][] controls2 = new int[n][];
    double[][] people2 = new double[n][];
    for (int i = 0; i < n; i++) {
      x2[n - 1 - i] = x[i];
      y2[n - 1 - i] = y[i];
      cases2[n - 1 - i] = cases[i];
      controls2[n - 1 - i] = controls[i];
      people2[n - 1 - i] = people[i];
    }
    return data(x2, y2, cases2, controls2, people2);
  }

  private ScanData data(
      double[] atX, double[] atY, int[][] some, int[][] others, double[][] population) {
    ScanPlaces places = ScanPlaces.planar(atX, atY);
    return switch (model) {
      case POISSON -> ScanData.poisson(places, some, population);
      case BERNOULLI -> ScanData.bernoulli(places, some, others);
      case SPACE_TIME_PERMUTATION -> ScanData.permutation(places, some);
    };
  }

  BruteScan brute() {
    return brute(cases);
  }

  /** The same places with other incidents, told in the order of a field. */
  BruteScan brute(ScanField field, int[] cells) {
    int steps = cases[0].length;
    int[][] other = new int[x.length][steps];
    for (int i = 0; i < cells.length; i++) {
      other[field.original(i / steps)][i % steps] = cells[i];
    }
    return brute(other);
  }

  /** What is expected is always of the incidents that there are. */
  private BruteScan brute(int[][] counted) {
    int n = x.length;
    int steps = cases[0].length;
    double all = 0;
    double[] ofPlace = new double[n];
    double[] ofStep = new double[steps];
    double[][] weight = new double[n][steps];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        all += cases[i][t];
        ofPlace[i] += cases[i][t];
        ofStep[t] += cases[i][t];
      }
    }
    double[] sum = new double[n];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        weight[i][t] =
            switch (model) {
              case POISSON -> people[i][t];
              case BERNOULLI -> cases[i][t] + controls[i][t];
              case SPACE_TIME_PERMUTATION -> ofPlace[i] * ofStep[t];
            };
        total += weight[i][t];
        sum[i] += weight[i][t];
      }
    }
    double[][] mean = new double[n][steps];
    for (int i = 0; i < n; i++) {
      for (int t = 0; t < steps; t++) {
        mean[i][t] = weight[i][t] / total * all;
      }
    }
    return new BruteScan(
        x, y, counted, mean, sum, model == ScanModel.BERNOULLI ? weight : new double[0][]);
  }
}
