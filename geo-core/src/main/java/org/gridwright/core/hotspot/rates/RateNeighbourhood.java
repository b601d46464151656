package org.gridwright.core.hotspot.rates;

import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.jspecify.annotations.Nullable;

/** A place and its neighbours, of which those with something at risk count. */
final class RateNeighbourhood {

  private final CountsAtRisk counts;
  private final SpatialWeights weights;
  private final int place;
  private final double cases;
  private final double atRisk;
  private final int places;

  RateNeighbourhood(CountsAtRisk counts, SpatialWeights weights, int place) {
    this.counts = counts;
    this.weights = weights;
    this.place = place;
    double sumOfCases = counts.isAtRisk(place) ? counts.cases(place) : 0;
    double sumAtRisk = counts.atRisk(place);
    int many = counts.isAtRisk(place) ? 1 : 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      int neighbour = weights.neighbour(link);
      if (neighbour != place && counts.isAtRisk(neighbour)) {
        sumOfCases += counts.cases(neighbour);
        sumAtRisk += counts.atRisk(neighbour);
        many++;
      }
    }
    cases = sumOfCases;
    atRisk = sumAtRisk;
    places = many;
  }

  /** Cases by what is at risk, of all together; 0 where nothing is. */
  double mean() {
    return atRisk > 0 ? cases / atRisk : 0;
  }

  /** What is at risk in a place on average; 0 without places. */
  double atRiskEach() {
    return places == 0 ? 0 : atRisk / places;
  }

  /** Variance of the rates weighted by what is at risk, about the mean, or about each one's own. */
  double variance(double @Nullable [] means) {
    double sum = counts.isAtRisk(place) ? square(place, means) : 0;
    for (int link = weights.start(place); link < weights.end(place); link++) {
      int neighbour = weights.neighbour(link);
      if (neighbour != place && counts.isAtRisk(neighbour)) {
        sum += square(neighbour, means);
      }
    }
    return sum / atRisk;
  }

  private double square(int of, double @Nullable [] means) {
    double off = counts.rate(of) - (means == null ? mean() : means[of]);
    return counts.atRisk(of) * off * off;
  }
}
