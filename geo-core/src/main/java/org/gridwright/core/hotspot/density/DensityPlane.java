package org.gridwright.core.hotspot.density;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeEnvelope;
import org.gridwright.core.measure.EqualArea;
import org.gridwright.core.measure.LocalFrame;

/**
 * Metres east and north of the middle of a city, in Lambert's cylindrical equal-area projection of
 * the WGS 84 ellipsoid with that middle's latitude as its standard parallel (J. P. Snyder, Map
 * Projections: A Working Manual, 1987, section 10). A square metre is one everywhere; shapes are
 * right at the middle, and 30 km north of it at 40 degrees off by 0.4 %. Columns are meridians and
 * rows are parallels, so that corners of cells lie on straight lines of the lattice. Immutable and
 * thread-safe.
 *
 * @param frame the plane that touches the ellipsoid in the middle
 * @param metresOfStrip metres east of a lattice step, by which strips are divided
 */
public record DensityPlane(LocalFrame frame, double metresOfStrip) {

  /** The plane over a rectangle of the lattice. */
  public static DensityPlane around(LatticeEnvelope box) {
    LocalFrame frame = LocalFrame.around(box);
    return new DensityPlane(frame, frame.east());
  }

  /** Metres east of a longitude in lattice steps. */
  public double x(double longitude) {
    return (longitude - frame.x0()) * metresOfStrip;
  }

  /** Metres north of a latitude in lattice steps. */
  public double y(double latitude) {
    return (EqualArea.strip(latitude) - EqualArea.strip(frame.y0())) / metresOfStrip;
  }

  /** The longitude of metres east, in whole lattice steps. */
  public int longitude(double x) {
    return (int) Math.round(frame.x0() + x / metresOfStrip);
  }

  /** The latitude of metres north, in whole lattice steps: by Newton's method. */
  public int latitude(double y) {
    double latitude = frame.y0() + y / frame.north();
    for (int i = 0; i < 4; i++) {
      double slope = (y(latitude + 1) - y(latitude - 1)) / 2;
      latitude += (y - y(latitude)) / slope;
    }
    double most = 90.0 * Lattice.STEPS_PER_DEGREE;
    return (int) Math.round(Math.max(-most, Math.min(most, latitude)));
  }
}
