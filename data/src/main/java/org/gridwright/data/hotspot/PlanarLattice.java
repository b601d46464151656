package org.gridwright.data.hotspot;

import org.gridwright.core.lattice.LatticeJts;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Brings a plane of any size to whole steps, so that what touches can be decided exactly: about its
 * middle, a power of two of steps a metre, as many as there is room for; of a city of 50 km a step
 * is a tenth of a millimetre.
 *
 * @param x of the middle
 * @param y of the middle
 * @param steps in a metre, a power of two
 */
record PlanarLattice(double x, double y, double steps) {

  /** Half of the span that exact predicates allow. */
  private static final double MOST_STEPS = 1 << 28;

  static PlanarLattice over(Envelope box) {
    double half = Math.max(box.getWidth(), box.getHeight()) / 2;
    double room = half > 0 ? MOST_STEPS / half : 1;
    return new PlanarLattice(
        box.getMinX() + box.getWidth() / 2,
        box.getMinY() + box.getHeight() / 2,
        Math.scalb(1.0, Math.getExponent(room)));
  }

  /** A polygonal geometry in steps. */
  LatticeMultiPolygon area(Geometry plane) {
    Geometry scaled =
        AffineTransformation.translationInstance(-x, -y).scale(steps, steps).transform(plane);
    scaled.apply(
        (CoordinateFilter)
            at -> {
              at.x = Math.rint(at.x);
              at.y = Math.rint(at.y);
            });
    return LatticeJts.fromSteps(scaled);
  }
}
