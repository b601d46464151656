package org.gridwright.data.exchange;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How coordinates and shapes of a file are brought in.
 *
 * @param gridShift a file of shifts (NTv2 or NADCON) from the datum of the reference system to WGS
 *     84; null to go by published parameters
 * @param curveToleranceMetres how far from an arc the straight pieces drawn for it lie at most
 * @param skipBad leave out features whose geometry cannot be used, and name them, instead of
 *     refusing the file
 */
public record Shaping(@Nullable Path gridShift, double curveToleranceMetres, boolean skipBad) {

  /** A step of the lattice: nobody sees the difference. */
  public static final double CURVE_TOLERANCE_METRES = 0.01;

  /** By published parameters, arcs to a centimetre, nothing left out. */
  public static final Shaping USUAL = new Shaping(null, CURVE_TOLERANCE_METRES, false);
}
