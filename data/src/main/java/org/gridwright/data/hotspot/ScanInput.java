package org.gridwright.data.hotspot;

import java.util.Optional;
import org.gridwright.core.hotspot.HotspotException;
import org.gridwright.core.hotspot.scan.ScanData;
import org.gridwright.core.hotspot.scan.ScanPlaces;

/**
 * Places with what a scan looks at. Its arrays are not to be changed.
 *
 * @param where of each place
 * @param steps of time; empty where all is one
 * @param cases by place and step
 * @param population by place and step; empty where there is none
 * @param controls by place and step; empty where there are none, or a population
 * @param outside incidents that no place has
 */
public record ScanInput(
    NamedPlaces places,
    ScanPlaces where,
    Optional<TimeSteps> steps,
    int[][] cases,
    Optional<double[][]> population,
    Optional<int[][]> controls,
    long outside) {

  /** Most places times steps. */
  private static final long MOST_CELLS = 20_000_000;

  /**
   * That a table of places and steps is not larger than can be held.
   *
   * @throws HotspotInputException when it is
   */
  public static void requireRoom(int places, int steps) {
    if ((long) places * steps > MOST_CELLS) {
      throw HotspotInputException.of("hotspot.step-cells", places, steps, MOST_CELLS);
    }
  }

  /**
   * What is scanned: cases beside a population or controls, or in time alone.
   *
   * @throws HotspotInputException when a place has cases and nobody at risk
   * @throws HotspotException when there is nothing to compare with
   */
  public ScanData data() {
    if (population.isPresent()) {
      requireSomebody(population.get());
      return ScanData.poisson(where, cases, population.get());
    }
    return controls.isPresent()
        ? ScanData.bernoulli(where, cases, controls.get())
        : ScanData.permutation(where, cases);
  }

  private void requireSomebody(double[][] people) {
    for (int place = 0; place < cases.length; place++) {
      for (int step = 0; step < cases[place].length; step++) {
        if (cases[place][step] > 0 && people[place][step] == 0) {
          throw HotspotInputException.of(
              "hotspot.scan-nobody", places.codes().get(place), cases[place][step]);
        }
      }
    }
  }
}
