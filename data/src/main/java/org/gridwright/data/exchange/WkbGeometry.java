package org.gridwright.data.exchange;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Reads well-known binary of ISO/IEC 13249-3 with all its types, with or without Z and M, and the
 * flags of PostGIS (EWKB). Curves become lines by {@link CircularArcs}; triangles are polygons, and
 * surfaces of triangles or polygons multipolygons, without the pieces that stand upright. Z and M
 * are left out. For one geometry.
 */
final class WkbGeometry {

  private static final GeometryFactory FACTORY =
      new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);
  private static final int DEEPEST = 32;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;
  private static final int EWKB_FLAGS = EWKB_Z | EWKB_M | EWKB_SRID;

  /** Bytes of the least member of a collection: byte order, type and a count. */
  private static final int LEAST_MEMBER = 9;

  private static final int COUNT = 4;

  private final ByteBuffer bytes;
  private final Source source;
  private final CircularArcs arcs;
  private int ordinates;
  private boolean heights;

  WkbGeometry(ByteBuffer bytes, Source source, CircularArcs arcs) {
    this.bytes = bytes;
    this.source = source;
    this.arcs = arcs;
  }

  /**
   * The geometry, in two dimensions.
   *
   * @throws InputException when it is malformed, or of a type that no standard has
   */
  Geometry read() {
    try {
      return geometry(0);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw InputException.because(e, source, "input.geometry-malformed");
    }
  }

  /** Whether positions had a height. */
  boolean heights() {
    return heights;
  }

  private Geometry geometry(int depth) {
    int type = header(depth);
    return switch (type) {
      case 1 -> point();
      case 2, 8, 9 -> FACTORY.createLineString(line(type, depth).sequence());
      case 3, 10, 17 -> polygon(type, depth);
      case 4 -> FACTORY.createMultiPoint(members(depth, Point.class).toArray(new Point[0]));
      case 5, 11 ->
          FACTORY.createMultiLineString(
              members(depth, LineString.class).toArray(new LineString[0]));
      case 6, 12 ->
          FACTORY.createMultiPolygon(members(depth, Polygon.class).toArray(new Polygon[0]));
      case 7 ->
          FACTORY.createGeometryCollection(members(depth, Geometry.class).toArray(new Geometry[0]));
      case 15, 16 ->
          FACTORY.createMultiPolygon(
              members(depth, Polygon.class).stream()
                  .filter(WkbGeometry::hasGround)
                  .toArray(Polygon[]::new));
      default -> throw InputException.at(source, "input.geometry-type-unknown", type);
    };
  }

  /** Reads byte order and type, and sets the number of ordinates of the positions that follow. */
  private int header(int depth) {
    if (depth > DEEPEST) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int word = bytes.getInt();
    int number = word & ~EWKB_FLAGS;
    int dimensions = number / 1000;
    boolean z = (word & EWKB_Z) != 0 || dimensions == 1 || dimensions == 3;
    boolean m = (word & EWKB_M) != 0 || dimensions == 2 || dimensions == 3;
    if ((word & EWKB_SRID) != 0) {
      bytes.getInt();
    }
    heights |= z;
    ordinates = 2 + (z ? 1 : 0) + (m ? 1 : 0);
    return dimensions > 3 ? number : number % 1000;
  }

  private Geometry point() {
    CurveLine point = new CurveLine();
    position(point::add);
    return Double.isNaN(point.lastX()) && Double.isNaN(point.lastY())
        ? FACTORY.createPoint()
        : FACTORY.createPoint(point.sequence());
  }

  private Polygon polygon(int type, int depth) {
    int rings = count(type == 10 ? LEAST_MEMBER : COUNT);
    List<LinearRing> all = new ArrayList<>();
    for (int i = 0; i < rings; i++) {
      CurveLine line = type == 10 ? line(header(depth + 1), depth + 1) : points();
      all.add(FACTORY.createLinearRing(line.sequence()));
    }
    return all.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(all.get(0), all.subList(1, rings).toArray(new LinearRing[0]));
  }

  /** The points of a line, of arcs, or of a chain of both. */
  private CurveLine line(int type, int depth) {
    return switch (type) {
      case 2 -> points();
      case 8 -> arcs();
      case 9 -> {
        int members = count(LEAST_MEMBER);
        CurveLine chain = new CurveLine();
        for (int i = 0; i < members; i++) {
          chain.join(line(header(depth + 1), depth + 1));
        }
        yield chain;
      }
      default -> throw InputException.at(source, "input.geometry-malformed");
    };
  }

  private CurveLine points() {
    int points = count(ordinates * Double.BYTES);
    CurveLine line = new CurveLine();
    for (int i = 0; i < points; i++) {
      position(line::add);
    }
    return line;
  }

  /** Three points are an arc, and each two more the next. */
  private CurveLine arcs() {
    int points = count(ordinates * Double.BYTES);
    if (points > 0 && (points < 3 || points % 2 == 0)) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    CurveLine line = new CurveLine();
    if (points > 0) {
      position(line::add);
    }
    for (int i = 1; i < points; i += 2) {
      position((x1, y1) -> position((x2, y2) -> arcs.append(line, x1, y1, x2, y2)));
    }
    return line;
  }

  private <T extends Geometry> List<T> members(int depth, Class<T> kind) {
    int members = count(LEAST_MEMBER);
    List<T> all = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      Geometry member = geometry(depth + 1);
      if (!kind.isInstance(member)) {
        throw InputException.at(source, "input.geometry-malformed");
      }
      all.add(kind.cast(member));
    }
    return all;
  }

  /** A count of things of so many bytes each, which must all be there. */
  private int count(int bytesEach) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / bytesEach) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    return count;
  }

  /** Takes one position. */
  private interface Position {
    void at(double x, double y);
  }

  private void position(Position position) {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    bytes.position(bytes.position() + (ordinates - 2) * Double.BYTES);
    position.at(x, y);
  }

  /** A wall has no ground. */
  private static boolean hasGround(Polygon patch) {
    return !patch.isEmpty() && Area.ofRing(patch.getExteriorRing().getCoordinateSequence()) > 0;
  }
}
