package org.gridwright.core.locate;

import org.gridwright.core.lattice.Lattice;

/** The ellipsoid of WGS 84. */
final class Globe {

  /** Equatorial radius in metres. */
  static final double RADIUS = 6_378_137;

  private static final double FLATTENING = 1 / 298.257223563;

  /** Square of the eccentricity. */
  static final double E2 = FLATTENING * (2 - FLATTENING);

  private static final double RADIANS_PER_STEP = Math.PI / 180 / Lattice.STEPS_PER_DEGREE;

  private Globe() {}

  /** Radians of an angle in lattice steps. */
  static double radians(double steps) {
    return steps * RADIANS_PER_STEP;
  }
}
