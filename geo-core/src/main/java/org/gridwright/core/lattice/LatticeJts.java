package org.gridwright.core.lattice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridwright.core.message.Message;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * The bridge between lattice values and JTS geometries. JTS geometries carry either degrees (SRID
 * 4326) or lattice steps as whole doubles; each method's name says which. Thread-safe.
 */
public final class LatticeJts {

  private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);
  private static final GeometryFactory STEPS = new GeometryFactory(new PrecisionModel(1));

  private LatticeJts() {}

  /** A MultiPolygon in degrees, longitude first; always a MultiPolygon, even for one part. */
  public static MultiPolygon toDegrees(LatticeMultiPolygon area) {
    return build(area, DEGREES, true);
  }

  /** A point in degrees, longitude first. */
  public static Point toDegrees(LatticePoint point) {
    return DEGREES.createPoint(new Coordinate(point.lon(), point.lat()));
  }

  /** A MultiPolygon whose ordinates are whole lattice steps. */
  public static MultiPolygon toSteps(LatticeMultiPolygon area) {
    return build(area, STEPS, false);
  }

  /**
   * Rounds a polygon or multipolygon in degrees, longitude first, to the lattice. Rings that
   * collapse to fewer than three points are left out; a collapsed shell takes its holes with it.
   *
   * @throws LatticeException when the geometry is not polygonal, an ordinate is out of range, or
   *     nothing remains
   */
  public static LatticeMultiPolygon fromDegrees(Geometry geometry) {
    return read(geometry, true);
  }

  /** As {@link #fromDegrees}, for a geometry whose ordinates are lattice steps. */
  public static LatticeMultiPolygon fromSteps(Geometry geometry) {
    return read(geometry, false);
  }

  /** A lattice point inside an area; beside it by less than a step where it is that narrow. */
  public static LatticePoint inside(LatticeMultiPolygon area) {
    Coordinate inside = InteriorPointArea.getInteriorPoint(toSteps(area));
    return new LatticePoint((int) Math.round(inside.x), (int) Math.round(inside.y));
  }

  private static MultiPolygon build(
      LatticeMultiPolygon area, GeometryFactory factory, boolean degrees) {
    return factory.createMultiPolygon(
        area.polygons().stream()
            .map(polygon -> build(polygon, factory, degrees))
            .toArray(Polygon[]::new));
  }

  private static Polygon build(LatticePolygon polygon, GeometryFactory factory, boolean degrees) {
    return factory.createPolygon(
        build(polygon.shell(), factory, degrees),
        polygon.holes().stream()
            .map(hole -> build(hole, factory, degrees))
            .toArray(LinearRing[]::new));
  }

  private static LinearRing build(LatticeRing ring, GeometryFactory factory, boolean degrees) {
    Coordinate[] points = new Coordinate[ring.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          degrees
              ? new Coordinate(Lattice.degrees(ring.x(i)), Lattice.degrees(ring.y(i)))
              : new Coordinate(ring.x(i), ring.y(i));
    }
    return factory.createLinearRing(points);
  }

  private static LatticeMultiPolygon read(Geometry geometry, boolean degrees) {
    List<LatticePolygon> polygons = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (!(geometry.getGeometryN(i) instanceof Polygon polygon)) {
        throw new LatticeException(
            Message.core("lattice.not-polygonal", geometry.getGeometryType()));
      }
      LatticeRing shell = read(polygon.getExteriorRing(), degrees);
      if (shell != null) {
        polygons.add(new LatticePolygon(shell, readHoles(polygon, degrees)));
      }
    }
    if (polygons.isEmpty()) {
      throw new LatticeException(Message.core("lattice.area-collapsed"));
    }
    return new LatticeMultiPolygon(polygons);
  }

  private static List<LatticeRing> readHoles(Polygon polygon, boolean degrees) {
    List<LatticeRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LatticeRing hole = read(polygon.getInteriorRingN(i), degrees);
      if (hole != null) {
        holes.add(hole);
      }
    }
    return holes;
  }

  private static @Nullable LatticeRing read(LinearRing ring, boolean degrees) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int[] xy = new int[2 * points.size()];
    int n = 0;
    for (int i = 0; i < points.size(); i++) {
      int x =
          degrees ? Lattice.longitude(points.getX(i)) : Math.toIntExact(Math.round(points.getX(i)));
      int y =
          degrees ? Lattice.latitude(points.getY(i)) : Math.toIntExact(Math.round(points.getY(i)));
      if (n == 0 || xy[n - 2] != x || xy[n - 1] != y) {
        xy[n++] = x;
        xy[n++] = y;
      }
    }
    return n < 8 ? null : LatticeRing.of(Arrays.copyOf(xy, n));
  }
}
