package org.gridwright.core.lattice;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Well-known text whose ordinates are whole lattice steps, for tests that people can read. */
public final class Wkt {

  private Wkt() {}

  /** The area of a POLYGON or MULTIPOLYGON in lattice steps. */
  public static LatticeMultiPolygon area(String wkt) {
    return LatticeJts.fromSteps(geometry(wkt));
  }

  /** The area as text in lattice steps. */
  public static String of(LatticeMultiPolygon area) {
    return LatticeJts.toSteps(area).toText();
  }

  /** Any geometry of the text, for use with JTS as it is. */
  public static Geometry geometry(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not well-known text: " + wkt, e);
    }
  }
}
