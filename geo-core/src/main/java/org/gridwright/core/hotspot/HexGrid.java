package org.gridwright.core.hotspot;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Regular hexagons in metres with a corner pointing north, laid out around an origin.
 *
 * <p>Metres are those of the local plane that touches the WGS 84 ellipsoid at the origin: east is
 * scaled by the radius of curvature in the prime vertical, north by that in the meridian, both at
 * the origin's latitude. 30 km north or south of it, widths are off by less than 1 % below 60
 * degrees of latitude. Immutable and thread-safe.
 *
 * <p>A hexagon is named by its axial coordinates q (columns, eastward) and r (rows, northward); see
 * A. Patel, "Hexagonal Grids", 2013, for the rounding.
 */
public final class HexGrid {

  private static final double SEMI_MAJOR = 6_378_137;
  private static final double ECCENTRICITY_2 = 0.0066943799901413165;
  private static final double SQRT3 = Math.sqrt(3);
  private static final int[][] CORNERS = {{1, -1}, {1, 1}, {0, 2}, {-1, 1}, {-1, -1}, {0, -2}};

  private final LatticePoint origin;
  private final double widthMetres;
  private final double stepsPerMetreEast;
  private final double stepsPerMetreNorth;

  /**
   * @param origin centre of the hexagon (0, 0)
   * @param widthMetres from flat side to flat side
   */
  public HexGrid(LatticePoint origin, double widthMetres) {
    this.origin = origin;
    this.widthMetres = widthMetres;
    double latitude = Math.toRadians(origin.lat());
    double w = 1 - ECCENTRICITY_2 * Math.sin(latitude) * Math.sin(latitude);
    double east = SEMI_MAJOR / Math.sqrt(w) * Math.cos(latitude);
    double north = SEMI_MAJOR * (1 - ECCENTRICITY_2) / (w * Math.sqrt(w));
    this.stepsPerMetreEast = Math.toDegrees(1 / east) * Lattice.STEPS_PER_DEGREE;
    this.stepsPerMetreNorth = Math.toDegrees(1 / north) * Lattice.STEPS_PER_DEGREE;
  }

  /** A hexagon by its axial coordinates. */
  public record Hex(int q, int r) {}

  /** The hexagon that holds a point. */
  public Hex at(LatticePoint point) {
    double east = ((double) point.x() - origin.x()) / stepsPerMetreEast;
    double north = ((double) point.y() - origin.y()) / stepsPerMetreNorth;
    double r = north * 2 / SQRT3 / widthMetres;
    double q = east / widthMetres - r / 2;
    double s = -q - r;
    long roundQ = Math.round(q);
    long roundR = Math.round(r);
    long roundS = Math.round(s);
    double offQ = Math.abs(roundQ - q);
    double offR = Math.abs(roundR - r);
    double offS = Math.abs(roundS - s);
    if (offQ > offR && offQ > offS) {
      roundQ = -roundR - roundS;
    } else if (offR > offS) {
      roundR = -roundQ - roundS;
    }
    return new Hex(Math.toIntExact(roundQ), Math.toIntExact(roundR));
  }

  /** The outline of a hexagon. */
  public LatticeMultiPolygon outline(Hex hex) {
    int[] xy = new int[2 * (CORNERS.length + 1)];
    for (int i = 0; i <= CORNERS.length; i++) {
      int[] corner = CORNERS[i % CORNERS.length];
      double east = (2.0 * hex.q() + hex.r() + corner[0]) * widthMetres / 2;
      double north = (3.0 * hex.r() + corner[1]) * widthMetres / (2 * SQRT3);
      xy[2 * i] = origin.x() + (int) Math.round(east * stepsPerMetreEast);
      xy[2 * i + 1] = origin.y() + (int) Math.round(north * stepsPerMetreNorth);
    }
    return LatticeMultiPolygon.of(LatticePolygon.of(LatticeRing.of(xy)));
  }

  /** Area of each hexagon in the local plane. */
  public double squareMetres() {
    return SQRT3 / 2 * widthMetres * widthMetres;
  }
}
