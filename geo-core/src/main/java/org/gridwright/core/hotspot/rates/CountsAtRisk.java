package org.gridwright.core.hotspot.rates;

import java.util.Arrays;
import java.util.List;
import org.gridwright.core.hotspot.inference.PlaceFigures;

/**
 * Cases of each place, and what is at risk there. Immutable and thread-safe; every figure takes
 * time linear in the places.
 */
public final class CountsAtRisk {

  private final double[] cases;
  private final double[] atRisk;
  private final double allCases;
  private final double allAtRisk;
  private final int placesAtRisk;

  private CountsAtRisk(double[] cases, double[] atRisk) {
    this.cases = cases;
    this.atRisk = atRisk;
    double sumOfCases = 0;
    double sumAtRisk = 0;
    int places = 0;
    for (int i = 0; i < cases.length; i++) {
      if (atRisk[i] > 0) {
        sumOfCases += cases[i];
        sumAtRisk += atRisk[i];
        places++;
      }
    }
    allCases = sumOfCases;
    allAtRisk = sumAtRisk;
    placesAtRisk = places;
  }

  /**
   * Counts.
   *
   * @param cases finite, at least 0
   * @param atRisk finite, at least 0
   * @throws IllegalArgumentException when they are not so
   */
  public static CountsAtRisk of(double[] cases, double[] atRisk) {
    if (cases.length != atRisk.length) {
      throw new IllegalArgumentException("each place needs cases and what is at risk");
    }
    for (int i = 0; i < cases.length; i++) {
      if (!isCount(cases[i]) || !isCount(atRisk[i])) {
        throw new IllegalArgumentException("cases and what is at risk are finite, at least 0");
      }
    }
    return new CountsAtRisk(cases.clone(), atRisk.clone());
  }

  private static boolean isCount(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  /** Number of places. */
  public int size() {
    return cases.length;
  }

  /** Cases of a place. */
  public double cases(int place) {
    return cases[place];
  }

  /** What is at risk in a place. */
  public double atRisk(int place) {
    return atRisk[place];
  }

  /** Cases of a place on average, whether anything is at risk there or not; 0 without places. */
  public double meanCases() {
    return Arrays.stream(cases).average().orElse(0);
  }

  /** Whether anything is at risk in a place. */
  public boolean isAtRisk(int place) {
    return atRisk[place] > 0;
  }

  /** Number of places where something is at risk. */
  public int placesAtRisk() {
    return placesAtRisk;
  }

  /** All that is at risk. */
  double allAtRisk() {
    return allAtRisk;
  }

  /** All cases by all at risk, of places where something is; 0 where there is none. */
  public double overallRate() {
    return placesAtRisk == 0 ? 0 : allCases / allAtRisk;
  }

  /** Cases by what is at risk of a place where something is. */
  double rate(int place) {
    return cases[place] / atRisk[place];
  }

  /** The rate of each place. */
  public PlaceFigures rates() {
    return PlaceFigures.of(size(), this::isAtRisk, this::rate);
  }

  /** What each place would have at the overall rate. */
  public PlaceFigures expected() {
    double rate = overallRate();
    return PlaceFigures.of(size(), this::isAtRisk, place -> atRisk[place] * rate);
  }

  /** Whether more than a quarter of the places where something is at risk expect less than 1. */
  public boolean areThin() {
    double[] expected = expected().defined();
    return 4 * Arrays.stream(expected).filter(each -> each < 1).count() > expected.length;
  }

  /**
   * Expected counts by indirect standardisation over groups of places, such as the units of an
   * upper level: each place at the rate of its group (as in B. MacMahon, T. F. Pugh,
   * "Epidemiology", 1970).
   *
   * @param group of each place, from 0
   * @param groups number of groups
   */
  public PlaceFigures expectedWithin(int[] group, int groups) {
    double[] groupCases = new double[groups];
    double[] groupAtRisk = new double[groups];
    for (int place = 0; place < size(); place++) {
      if (isAtRisk(place)) {
        groupCases[group[place]] += cases[place];
        groupAtRisk[group[place]] += atRisk[place];
      }
    }
    return PlaceFigures.of(
        size(),
        this::isAtRisk,
        place -> atRisk[place] * groupCases[group[place]] / groupAtRisk[group[place]]);
  }

  /**
   * Expected counts by indirect standardisation over strata that every place may have a part of,
   * such as categories or hours: Σ_s (at risk in the stratum) · (rate of the stratum over all
   * places).
   *
   * @param strata of the same places; at least one
   * @return of places with anything at risk in any stratum
   */
  public static PlaceFigures expectedOver(List<CountsAtRisk> strata) {
    int size = strata.get(0).size();
    return PlaceFigures.of(
        size,
        place -> strata.stream().anyMatch(each -> each.isAtRisk(place)),
        place ->
            strata.stream().mapToDouble(each -> each.atRisk[place] * each.overallRate()).sum());
  }

  /** Cases as a multiple of what is expected: above 1 where there is an excess. */
  public PlaceFigures relativeRisk(PlaceFigures expected) {
    return PlaceFigures.of(
        size(),
        place -> expected.isDefined(place) && expected.value(place) > 0,
        place -> cases[place] / expected.value(place));
  }

  /** How many cases more than expected there are, below 0 where fewer. */
  public PlaceFigures excess(PlaceFigures expected) {
    return PlaceFigures.of(
        size(), expected::isDefined, place -> cases[place] - expected.value(place));
  }
}
