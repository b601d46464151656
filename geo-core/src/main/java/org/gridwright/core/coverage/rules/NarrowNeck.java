package org.gridwright.core.coverage.rules;

import java.util.Optional;
import org.gridwright.core.finding.Finding;
import org.gridwright.core.finding.Wording;
import org.locationtech.jts.geom.Geometry;

/**
 * A grid that falls apart when it is made narrower by a width: somewhere two large parts hang
 * together by less.
 *
 * @param metres the least width of a sound connection
 */
public record NarrowNeck(double metres) implements UnitRule {

  @Override
  public Optional<Finding> find(UnitShapes.ValidGrid shape, double medianSquareMetres) {
    Geometry whole = shape.metres();
    Geometry core = whole.buffer(-metres / 2);
    if (core.getNumGeometries() <= whole.getNumGeometries()) {
      return Optional.empty();
    }
    return Optional.of(
        shape.finding(
            Finding.Kind.NARROW_NECK,
            shape.steps(),
            0,
            core.getNumGeometries(),
            Wording.figure(metres)));
  }
}
