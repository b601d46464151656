package org.gridwright.data.hotspot;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
   * What is scanned: cases beside a population or controls, or in time alone. Places that are
   * {@linkplain #leftOut left out} have neither cases nor anybody.
   *
   * @throws HotspotException when there is nothing to compare with
   */
  public ScanData data() {
    if (population.isPresent()) {
      int[][] counted = cases.clone();
      double[][] people = population.get().clone();
      for (int place : leftOut()) {
        counted[place] = new int[cases[place].length];
        people[place] = new double[cases[place].length];
      }
      return ScanData.poisson(where, counted, people);
    }
    return controls.isPresent()
        ? ScanData.bernoulli(where, cases, controls.get())
        : ScanData.permutation(where, cases);
  }

  /** Places with cases where nobody is at risk, of which no rate can be told. */
  public List<Integer> leftOut() {
    return population
        .map(
            people ->
                IntStream.range(0, cases.length)
                    .filter(place -> hasCasesOfNobody(cases[place], people[place]))
                    .boxed()
                    .toList())
        .orElse(List.of());
  }

  private static boolean hasCasesOfNobody(int[] cases, double[] people) {
    return IntStream.range(0, cases.length).anyMatch(step -> cases[step] > 0 && people[step] == 0);
  }
}
