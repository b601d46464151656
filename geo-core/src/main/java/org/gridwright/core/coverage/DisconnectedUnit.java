package org.gridwright.core.coverage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A grid of several parts that touch in points at most. */
public record DisconnectedUnit() implements UnitRule {

  @Override
  public String name() {
    return "disconnected-unit";
  }

  @Override
  public Map<String, Double> parameters() {
    return Map.of();
  }

  @Override
  public List<Finding> find(UnitShapes shapes) {
    return shapes.each(
        shape ->
            shape.steps().getNumGeometries() < 2
                ? Optional.empty()
                : Optional.of(
                    shape.finding(
                        Finding.Kind.DISCONNECTED_UNIT,
                        shape.steps(),
                        0,
                        shape.steps().getNumGeometries())));
  }
}
