package org.gridwright.core.divide;

import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.LocalMetric;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.geom.Geometry;

/**
 * How compact an area is; 1 for a disc.
 *
 * @param squareMetres area
 * @param polsbyPopper 4π area / perimeter²; D. D. Polsby and R. D. Popper, The third criterion,
 *     1991
 * @param reock area over that of the smallest circle around it; E. C. Reock, Measuring compactness
 *     as a requirement of legislative apportionment, 1961
 * @param parts connected parts; parts that touch in points only are several
 */
public record GroundShape(double squareMetres, double polsbyPopper, double reock, int parts) {

  /** Measures a valid area in the plane that touches the ellipsoid in its middle. */
  public static GroundShape of(LatticeMultiPolygon area) {
    Geometry steps = LatticeJts.toSteps(area);
    LocalMetric metric = LocalMetric.around(steps);
    Geometry metres = metric.toMetres(steps);
    double flat = metres.getArea();
    double radius = new MinimumBoundingCircle(metres).getRadius();
    return new GroundShape(
        metric.squareMetres(steps),
        4 * Math.PI * flat / (metres.getLength() * metres.getLength()),
        flat / (Math.PI * radius * radius),
        area.polygons().size());
  }
}
