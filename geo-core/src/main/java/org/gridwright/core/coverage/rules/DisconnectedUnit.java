package org.gridwright.core.coverage.rules;

import java.util.Optional;
import org.gridwright.core.finding.Finding;

/** A grid of several parts that touch in points at most. */
public record DisconnectedUnit() implements UnitRule {

  @Override
  public Optional<Finding> find(UnitShapes.ValidGrid shape, double medianSquareMetres) {
    int parts = shape.steps().getNumGeometries();
    return parts < 2
        ? Optional.empty()
        : Optional.of(shape.finding(Finding.Kind.DISCONNECTED_UNIT, shape.steps(), 0, parts));
  }
}
