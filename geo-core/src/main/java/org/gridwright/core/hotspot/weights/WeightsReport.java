package org.gridwright.core.hotspot.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gridwright.core.work.Progress;

/**
 * What an analyst looks at before weights are used.
 *
 * @param places number of places
 * @param links number of links, each direction counted, self-links not
 * @param islands places without a neighbour, ascending
 * @param components groups of places that hang together; islands are groups of their own
 * @param leastNeighbours of any place; 0 without places
 * @param mostNeighbours of any place; 0 without places
 * @param safeBandMetres the smallest band that leaves nobody alone: the greatest distance to a
 *     nearest place; empty for fewer than two places, or where no points were given
 */
public record WeightsReport(
    int places,
    int links,
    List<Integer> islands,
    int components,
    int leastNeighbours,
    int mostNeighbours,
    OptionalDouble safeBandMetres) {

  /**
   * The report on weights.
   *
   * @param points where the places are, in the same order; empty where that is not known
   */
  public static WeightsReport of(
      SpatialWeights weights, Optional<PlacePoints> points, Progress progress) {
    int[] degrees = IntStream.range(0, weights.size()).map(weights::degree).toArray();
    OptionalDouble band =
        points.isEmpty()
            ? OptionalDouble.empty()
            : Arrays.stream(DistanceWeights.nearestMetres(points.get(), progress)).max();
    return new WeightsReport(
        weights.size(),
        IntStream.of(degrees).sum(),
        IntStream.of(weights.islands()).boxed().toList(),
        Components.of(weights).count(),
        IntStream.of(degrees).min().orElse(0),
        IntStream.of(degrees).max().orElse(0),
        band);
  }

  /** Mean number of neighbours; empty without places. */
  public OptionalDouble meanNeighbours() {
    return places == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) links / places);
  }
}
