package org.gridwright.core.hotspot.global;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.gridwright.core.hotspot.inference.PlaceFigures;
import org.gridwright.core.hotspot.weights.DistanceWeights;
import org.gridwright.core.hotspot.weights.HigherOrder;
import org.gridwright.core.hotspot.weights.PlacePoints;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;

/**
 * Moran's I of row-standardised weights by how far neighbours are: by order of contiguity, each
 * order by itself, or within growing distances. The distance at which z has its first peak is where
 * clustering is most pronounced, and a proposal for a band. Immutable.
 */
public record Correlogram(List<CorrelogramStep> steps) {

  /**
   * One order or distance.
   *
   * @param reach the order, or metres within which places are neighbours
   * @param links number of links
   * @param moran under randomisation
   */
  public record CorrelogramStep(double reach, int links, GlobalFigure moran) {}

  public Correlogram {
    steps = List.copyOf(steps);
  }

  /**
   * By order, from 1.
   *
   * @param contiguity links of order 1
   * @param orders at least 1
   */
  public static Correlogram byOrder(
      SpatialWeights contiguity, double[] values, int orders, Progress progress) {
    List<CorrelogramStep> steps = new ArrayList<>();
    for (int order = 1; order <= orders; order++) {
      Progress part = progress.part((order - 1.0) / orders, (double) order / orders);
      steps.add(step(order, HigherOrder.exactly(contiguity, order, part), values));
    }
    return new Correlogram(steps);
  }

  /**
   * Within distances, among the places that have a value.
   *
   * @param metres ascending, above 0
   */
  public static Correlogram within(
      PlacePoints places, PlaceFigures values, List<Double> metres, Progress progress) {
    BitSet known = new BitSet(values.size());
    for (int place = 0; place < values.size(); place++) {
      known.set(place, values.isDefined(place));
    }
    List<CorrelogramStep> steps = new ArrayList<>();
    for (int i = 0; i < metres.size(); i++) {
      Progress part = progress.part((double) i / metres.size(), (i + 1.0) / metres.size());
      SpatialWeights band = DistanceWeights.band(places, metres.get(i), part).among(known);
      steps.add(step(metres.get(i), band, values.defined()));
    }
    return new Correlogram(steps);
  }

  private static CorrelogramStep step(double reach, SpatialWeights weights, double[] values) {
    return new CorrelogramStep(
        reach,
        weights.linkCount(),
        GlobalMoran.of(weights.rowStandardised(), values, Assumption.RANDOMISATION));
  }

  /**
   * The first step whose z is above that of both its neighbours; the ends have one neighbour each
   * and are no peaks. Empty where there is none.
   */
  public Optional<CorrelogramStep> peak() {
    for (int i = 1; i + 1 < steps.size(); i++) {
      GlobalFigure before = steps.get(i - 1).moran();
      GlobalFigure at = steps.get(i).moran();
      GlobalFigure after = steps.get(i + 1).moran();
      boolean defined = before.isDefined() && at.isDefined() && after.isDefined();
      if (defined && at.z() > before.z() && at.z() > after.z()) {
        return Optional.of(steps.get(i));
      }
    }
    return Optional.empty();
  }
}
