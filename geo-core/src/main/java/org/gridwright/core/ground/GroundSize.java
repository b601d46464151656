package org.gridwright.core.ground;

import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.measure.Geodesy;

/**
 * How large the ground is that an area encloses, whether or not its rings are valid. Pure and
 * thread-safe; takes the time of the measure and of a look at the rings, which is about what {@link
 * EqualArea} takes, and a tenth of what {@link Geodesy} does.
 */
public final class GroundSize {

  private GroundSize() {}

  /** Area and boundary length, as {@link Geodesy} measures them. */
  public static Geodesy.Size of(LatticeMultiPolygon area) {
    return ValidArea.of(area).map(Geodesy::size).orElseGet(() -> new Geodesy.Size(0, 0));
  }

  /** Area in square metres, as {@link Geodesy} measures it. */
  public static double squareMetres(LatticeMultiPolygon area) {
    return of(area).squareMetres();
  }

  /** Area in square metres, as {@link EqualArea} adds it up. */
  public static double equalAreaSquareMetres(LatticeMultiPolygon area) {
    return ValidArea.of(area).map(EqualArea::squareMetres).orElse(0.0);
  }
}
