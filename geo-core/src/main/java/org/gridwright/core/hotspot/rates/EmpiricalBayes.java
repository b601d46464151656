package org.gridwright.core.hotspot.rates;

import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.SpatialWeights;

/**
 * Rates drawn towards the mean where little is at risk. Pure and thread-safe.
 *
 * <p>All have the form {@code m + w (rate − m)}, with w from 0 for a place with next to nothing at
 * risk to 1. Places with nothing at risk have no smoothed rate either.
 */
public final class EmpiricalBayes {

  /** Against what the rates of a neighbourhood vary in local smoothing. */
  public enum LocalVariant {
    /** Each rate against the mean of its own neighbourhood, as {@code EBlocal} of spdep. */
    OWN_MEANS,
    /** Each rate against the mean of the neighbourhood that is smoothed, as in GeoDa. */
    ONE_MEAN
  }

  /**
   * Rates smoothed towards the overall mean.
   *
   * @param rates of places with something at risk
   * @param mean overall rate, b
   * @param betweenPlaces what is told of the variance of rates: of the Poisson variant that between
   *     places, a = s² − b/x̄, before it is held at 0; of the binomial one the weighted variance s²
   */
  public record Smoothed(PlaceFigures rates, double mean, double betweenPlaces) {}

  private EmpiricalBayes() {}

  /**
   * Towards the overall mean, of Poisson counts (R. J. Marshall, "Mapping disease and mortality
   * rates using empirical Bayes estimators", Applied Statistics 40, 1991).
   */
  public static Smoothed poisson(CountsAtRisk counts) {
    double mean = counts.overallRate();
    double a = betweenPlaces(counts);
    double held = Math.max(0, a);
    PlaceFigures rates =
        PlaceFigures.of(
            counts.size(), counts::isAtRisk, place -> smoothed(counts, place, mean, held));
    return new Smoothed(rates, mean, a);
  }

  /**
   * Towards the overall mean, of binomial counts (M. Martuzzi, P. Elliott, "Empirical Bayes
   * estimation of small area prevalence of non-rare conditions", Statistics in Medicine 15, 1996):
   * the weight is nρ/(1 + (n − 1)ρ).
   */
  public static Smoothed binomial(CountsAtRisk counts) {
    double b = counts.overallRate();
    double s2 = weightedVariance(counts);
    double each = counts.placesAtRisk() == 0 ? 0 : counts.allAtRisk() / counts.placesAtRisk();
    double within = b * (1 - b);
    double rho = within > 0 && each > 1 ? (each * s2 - within) / ((each - 1) * within) : 0;
    double held = Math.max(0, rho);
    PlaceFigures rates =
        PlaceFigures.of(
            counts.size(),
            counts::isAtRisk,
            place -> {
              double n = counts.atRisk(place);
              double weight = n * held / (1 + (n - 1) * held);
              return b + weight * (counts.rate(place) - b);
            });
    return new Smoothed(rates, b, s2);
  }

  /**
   * Towards the mean of the place and its neighbours (R. J. Marshall, 1991).
   *
   * @param weights who is a neighbour; the weights themselves do not matter, and a place is in its
   *     own neighbourhood whether or not it is in its row
   */
  public static PlaceFigures local(
      CountsAtRisk counts, SpatialWeights weights, LocalVariant variant) {
    double[] means = new double[counts.size()];
    double[] each = new double[counts.size()];
    for (int place = 0; place < means.length; place++) {
      RateNeighbourhood around = new RateNeighbourhood(counts, weights, place);
      means[place] = around.mean();
      each[place] = around.atRiskEach();
    }
    return PlaceFigures.of(
        counts.size(),
        counts::isAtRisk,
        place -> {
          RateNeighbourhood around = new RateNeighbourhood(counts, weights, place);
          double s2 = around.variance(variant == LocalVariant.OWN_MEANS ? means : null);
          double a = Math.max(0, s2 - means[place] / each[place]);
          return smoothed(counts, place, means[place], a);
        });
  }

  /**
   * Rates standardised by empirical Bayes, on which Moran's I is then computed (R. M. Assunção, E.
   * A. Reis, "A new proposal to adjust Moran's I for population density", Statistics in Medicine
   * 18, 1999): (rate − b)/√(a + b/n), and b/n alone where a makes that negative. Not defined at all
   * where nothing happened.
   */
  public static PlaceFigures standardised(CountsAtRisk counts) {
    double b = counts.overallRate();
    double a = betweenPlaces(counts);
    return PlaceFigures.of(
        counts.size(),
        place -> counts.isAtRisk(place) && b > 0,
        place -> {
          double within = b / counts.atRisk(place);
          double variance = a + within > 0 ? a + within : within;
          return (counts.rate(place) - b) / Math.sqrt(variance);
        });
  }

  private static double smoothed(CountsAtRisk counts, int place, double mean, double between) {
    double variance = between + mean / counts.atRisk(place);
    return variance > 0 ? mean + between * (counts.rate(place) - mean) / variance : mean;
  }

  /**
   * s² − b/x̄ with the mean at risk x̄; below 0 where rates vary less than counts by themselves.
   */
  private static double betweenPlaces(CountsAtRisk counts) {
    if (counts.placesAtRisk() == 0) {
      return 0;
    }
    double each = counts.allAtRisk() / counts.placesAtRisk();
    return weightedVariance(counts) - counts.overallRate() / each;
  }

  /** Σ n (rate − b)²/Σ n. */
  private static double weightedVariance(CountsAtRisk counts) {
    double b = counts.overallRate();
    double sum = 0;
    for (int place = 0; place < counts.size(); place++) {
      if (counts.isAtRisk(place)) {
        double off = counts.rate(place) - b;
        sum += counts.atRisk(place) * off * off;
      }
    }
    return counts.placesAtRisk() == 0 ? 0 : sum / counts.allAtRisk();
  }
}
