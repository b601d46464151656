package org.gridwright.core.hotspot.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.gridwright.core.work.Progress;
import org.junit.jupiter.api.Test;

/** The scan where there is something, and where there is nothing. */
class ScanOfCitiesTest {

  private static final int SIDE = 20;
  private static final int REPLICAS = 19;

  private static ScanPlaces lattice() {
    double[] x = new double[SIDE * SIDE];
    double[] y = new double[SIDE * SIDE];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % SIDE * 500.0;
      int row = i / SIDE;
      y[i] = row * 500.0;
    }
    return ScanPlaces.planar(x, y);
  }

  /** Incidents that fall by population; within the planted ground four times as often. */
  private static int[] cases(SplittableRandom random, double[] population, Set<Integer> planted) {
    int[] cases = new int[population.length];
    for (int left = 3000; left > 0; ) {
      int place = random.nextInt(cases.length);
      double chance = population[place] / 300 * (planted.contains(place) ? 1 : 1.0 / 4);
      if (random.nextDouble() < chance) {
        cases[place]++;
        left--;
      }
    }
    return cases;
  }

  private static double[] population(SplittableRandom random) {
    return random.ints(SIDE * SIDE, 50, 300).asDoubleStream().toArray();
  }

  @Test
  void aPlantedConcentrationIsTheFirstCluster() {
    Set<Integer> planted = new HashSet<>();
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      if (Math.hypot(i % SIDE - 12, row - 6) <= 3) {
        planted.add(i);
      }
    }
    for (int city = 0; city < 10; city++) {
      SplittableRandom random = new SplittableRandom(city);
      double[] population = population(random);
      ScanResult result =
          CircularScan.of(
              ScanData.poisson(lattice(), cases(random, population, planted), population),
              ScanOptions.DEFAULT.withReplicas(99, city),
              Progress.NONE);
      ScanCluster first = result.clusters().get(0);
      Set<Integer> both = new HashSet<>(planted);
      both.retainAll(first.members());
      double jaccard =
          (double) both.size() / (planted.size() + first.members().size() - both.size());
      assertThat(jaccard).as("city %d", city).isGreaterThanOrEqualTo(0.8);
      assertThat(first.p().orElseThrow()).isEqualTo(0.01);
      assertThat(first.gumbelP().orElseThrow()).isLessThan(0.001);
    }
  }

  /** p is uniform on its twenty steps: χ² of 19 degrees is below 43.8 in 999 of 1,000. */
  @Test
  void whereThereIsNothingPIsUniformOnItsSteps() {
    int cities = 400;
    int[] steps = new int[REPLICAS + 1];
    int claims = 0;
    ScanPlaces places = lattice();
    for (int city = 0; city < cities; city++) {
      SplittableRandom random = new SplittableRandom(1000 + city);
      double[] population = population(random);
      int[] cases = new int[population.length];
      double all = 0;
      for (double each : population) {
        all += each;
      }
      for (int i = 0; i < 300; i++) {
        double at = random.nextDouble() * all;
        int place = 0;
        while (at >= population[place]) {
          at -= population[place++];
        }
        cases[place]++;
      }
      double p =
          CircularScan.of(
                  ScanData.poisson(places, cases, population),
                  ScanOptions.DEFAULT.withLargest(0.2, 3000).withReplicas(REPLICAS, city),
                  Progress.NONE)
              .clusters()
              .get(0)
              .p()
              .orElseThrow();
      steps[(int) Math.round(p * (REPLICAS + 1)) - 1]++;
      claims += p <= 0.05 ? 1 : 0;
    }
    double expected = (double) cities / steps.length;
    double chiSquare = 0;
    for (int count : steps) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(43.8);
    assertThat((double) claims / cities)
        .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / cities));
  }
}
