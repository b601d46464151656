package org.gridwright.core.measure;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;
import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;

/**
 * Measures lattice geometry on the WGS 84 ellipsoid. Pure and thread-safe; the time is linear in
 * the number of vertices, about a microsecond each.
 */
public final class Geodesy {

  private Geodesy() {}

  /**
   * Area and boundary length of one area.
   *
   * @param squareMetres shells less holes
   * @param perimeterMetres length of all rings, holes included
   */
  public record Size(double squareMetres, double perimeterMetres) {}

  /** Area and boundary length in one pass. */
  public static Size size(LatticeMultiPolygon area) {
    double squareMetres = 0;
    double perimeter = 0;
    for (LatticePolygon polygon : area.polygons()) {
      PolygonResult shell = measure(polygon.shell());
      squareMetres += Math.abs(shell.area);
      perimeter += shell.perimeter;
      for (LatticeRing hole : polygon.holes()) {
        PolygonResult cut = measure(hole);
        squareMetres -= Math.abs(cut.area);
        perimeter += cut.perimeter;
      }
    }
    return new Size(squareMetres, perimeter);
  }

  /** Area in square metres, holes subtracted. */
  public static double squareMetres(LatticeMultiPolygon area) {
    return size(area).squareMetres();
  }

  /** Area enclosed by a ring in square metres, positive whatever its direction. */
  public static double squareMetres(LatticeRing ring) {
    return Math.abs(measure(ring).area);
  }

  /** Length of a ring in metres. */
  public static double perimeterMetres(LatticeRing ring) {
    return measure(ring).perimeter;
  }

  /** Distance in metres between two points in lattice steps, longitude first. */
  public static double metres(int x1, int y1, int x2, int y2) {
    return metresBetween(
        Lattice.degrees(x1), Lattice.degrees(y1), Lattice.degrees(x2), Lattice.degrees(y2));
  }

  /** Distance in metres between two points in degrees, longitude first. */
  public static double metresBetween(double lon1, double lat1, double lon2, double lat2) {
    return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2, GeodesicMask.DISTANCE).s12;
  }

  private static PolygonResult measure(LatticeRing ring) {
    PolygonArea polygon = new PolygonArea(Geodesic.WGS84, false);
    for (int i = 0; i + 1 < ring.size(); i++) {
      polygon.AddPoint(Lattice.degrees(ring.y(i)), Lattice.degrees(ring.x(i)));
    }
    return polygon.Compute(false, true);
  }
}
