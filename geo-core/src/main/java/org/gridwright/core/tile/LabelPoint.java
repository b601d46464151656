package org.gridwright.core.tile;

import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Where the name of an area is written. */
public final class LabelPoint {

  private LabelPoint() {}

  /**
   * The pole of inaccessibility of the largest part of an area: the place in it that is farthest
   * from its outline, to within 1 % of that distance, on the lattice. In an area so narrow that no
   * lattice point lies inside, one that is near. Takes some 0.1 ms for 64 vertices.
   */
  public static LatticePoint of(LatticeMultiPolygon area) {
    Geometry steps = LatticeJts.toSteps(area);
    Polygon largest = (Polygon) steps.getGeometryN(0);
    for (int i = 1; i < steps.getNumGeometries(); i++) {
      Polygon part = (Polygon) steps.getGeometryN(i);
      largest = part.getArea() > largest.getArea() ? part : largest;
    }
    LatticePoint widest = rounded(LocalMetric.around(largest).widestPlace(largest));
    return isInside(widest, largest)
        ? widest
        : rounded(InteriorPointArea.getInteriorPoint(largest));
  }

  private static boolean isInside(LatticePoint point, Polygon area) {
    Coordinate place = new Coordinate(point.x(), point.y());
    return SimplePointInAreaLocator.locate(place, area) == Location.INTERIOR;
  }

  private static LatticePoint rounded(Coordinate place) {
    return new LatticePoint((int) Math.rint(place.x), (int) Math.rint(place.y));
  }
}
