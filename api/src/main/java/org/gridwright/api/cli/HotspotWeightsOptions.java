package org.gridwright.api.cli;

import org.gridwright.api.cli.terminal.CliException;
import org.gridwright.api.cli.terminal.Session;
import org.gridwright.core.hotspot.weights.SpatialWeights;
import org.gridwright.core.work.Progress;
import org.gridwright.data.exchange.TextOptions;
import org.gridwright.data.hotspot.FilePlaces;
import org.gridwright.data.hotspot.PointKind;
import org.gridwright.data.hotspot.WeightsChoice;
import picocli.CommandLine.Option;

/** Options that say who is a neighbour of whom. */
final class HotspotWeightsOptions {

  private static final int MOST_ORDERS = 10;

  @Option(names = "--weights", paramLabel = "WEIGHTS")
  private String weights = "queen";

  @Option(names = "--order", paramLabel = "ORDER")
  private int order = 1;

  @Option(names = "--points", paramLabel = "inside|centroid")
  private PointKind points = PointKind.INSIDE;

  /**
   * The neighbours that are meant.
   *
   * @throws CliException when an order goes with others than those that touch
   */
  WeightsChoice choice(Session session) {
    WeightsChoice choice = WeightsChoice.of(weights, session.console()::resolve);
    if (order < 1 || order > MOST_ORDERS || (order > 1 && !choice.isContiguity())) {
      throw CliException.usage("hotspots.order", order, MOST_ORDERS);
    }
    return choice;
  }

  int order() {
    return order;
  }

  PointKind points() {
    return points;
  }

  /** The links of a file's places. */
  SpatialWeights links(
      WeightsChoice choice, FilePlaces places, TextOptions text, Progress progress) {
    return choice.weights(places, points, order, text, progress);
  }
}
