package org.gridwright.data.layer;

import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/**
 * Whether geometries have a point in common, decided on lattice steps, which doubles hold exactly.
 */
final class LatticeTouch {

  private LatticeTouch() {}

  static boolean touches(LayerRow row, LatticeMultiPolygon area) {
    if (row.area() != null) {
      return row.area().envelope().intersects(area.envelope())
          && RelateNG.relate(
              LatticeJts.toSteps(row.area()),
              LatticeJts.toSteps(area),
              RelatePredicate.intersects());
    }
    return row.point() != null
        && area.envelope().contains(row.point().x(), row.point().y())
        && SimplePointInAreaLocator.locate(
                new Coordinate(row.point().x(), row.point().y()), LatticeJts.toSteps(area))
            != Location.EXTERIOR;
  }
}
