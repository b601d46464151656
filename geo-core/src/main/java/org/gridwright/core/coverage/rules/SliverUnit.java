package org.gridwright.core.coverage.rules;

import java.util.Optional;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Wording;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid that is much longer than wide.
 *
 * @param roundness 4πA/P² below this is a sliver; a circle has 1, a square 0.79
 */
public record SliverUnit(double roundness) implements UnitRule {

  @Override
  public Optional<Finding> find(UnitShapes.ValidGrid shape, double medianSquareMetres) {
    Geometry metres = shape.metres();
    double round = 4 * Math.PI * metres.getArea() / (metres.getLength() * metres.getLength());
    if (round >= roundness) {
      return Optional.empty();
    }
    double width = shape.metric().widthMetres(shape.steps());
    return Optional.of(
        shape.finding(Finding.Kind.SLIVER, shape.steps(), width, Wording.figure(width)));
  }
}
