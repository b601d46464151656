package org.gridwright.data.exchange;

import org.gridwright.core.lattice.Lattice;
import org.gridwright.core.lattice.LatticeMultiPolygon;
import org.gridwright.core.lattice.LatticePoint;
import org.gridwright.core.lattice.LatticePolygon;
import org.gridwright.core.lattice.LatticeRing;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes GeoJSON geometry objects through a generator. For one thread. */
public final class GeoJsonShapes {

  private final JsonGenerator json;
  private final char[] digits = new char[DecimalDegrees.MAX_LENGTH];

  public GeoJsonShapes(JsonGenerator json) {
    this.json = json;
  }

  void write(LatticePoint point) {
    begin("Point");
    position(point.x(), point.y());
    json.writeEndObject();
  }

  /** A Polygon where the area has one part, a MultiPolygon otherwise. */
  public void write(LatticeMultiPolygon area) {
    boolean one = area.polygons().size() == 1;
    begin(one ? "Polygon" : "MultiPolygon");
    if (one) {
      polygon(area.polygons().get(0));
    } else {
      json.writeStartArray();
      area.polygons().forEach(this::polygon);
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  void write(@Nullable Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      json.writeNull();
      return;
    }
    String type = geometry.getGeometryType();
    if (type.equals("GeometryCollection")) {
      collection(geometry);
      return;
    }
    begin(type.equals("LinearRing") ? "LineString" : type);
    if (type.startsWith("Multi")) {
      json.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        coordinates(geometry.getGeometryN(i));
      }
      json.writeEndArray();
    } else {
      coordinates(geometry);
    }
    json.writeEndObject();
  }

  private void collection(Geometry geometry) {
    json.writeStartObject();
    json.writeStringProperty("type", "GeometryCollection");
    json.writeName("geometries");
    json.writeStartArray();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      write(geometry.getGeometryN(i));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void coordinates(Geometry part) {
    if (part instanceof Point point) {
      position(Lattice.longitude(point.getX()), Lattice.latitude(point.getY()));
    } else if (part instanceof LineString line) {
      line(line.getCoordinateSequence(), false);
    } else if (part instanceof Polygon polygon) {
      json.writeStartArray();
      ring(polygon.getExteriorRing(), true);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        ring(polygon.getInteriorRingN(i), false);
      }
      json.writeEndArray();
    }
  }

  private void ring(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    line(points, Orientation.isCCW(points) != counterClockwise);
  }

  private void line(CoordinateSequence points, boolean backwards) {
    json.writeStartArray();
    for (int i = 0; i < points.size(); i++) {
      int at = backwards ? points.size() - 1 - i : i;
      position(Lattice.longitude(points.getX(at)), Lattice.latitude(points.getY(at)));
    }
    json.writeEndArray();
  }

  private void polygon(LatticePolygon polygon) {
    json.writeStartArray();
    ring(polygon.shell());
    polygon.holes().forEach(this::ring);
    json.writeEndArray();
  }

  private void ring(LatticeRing ring) {
    json.writeStartArray();
    for (int i = 0; i < ring.size(); i++) {
      position(ring.x(i), ring.y(i));
    }
    json.writeEndArray();
  }

  private void position(int x, int y) {
    json.writeStartArray();
    ordinate(x);
    ordinate(y);
    json.writeEndArray();
  }

  private void ordinate(int steps) {
    json.writeNumber(digits, 0, DecimalDegrees.write(steps, digits));
  }

  private void begin(String type) {
    json.writeStartObject();
    json.writeStringProperty("type", type);
    json.writeName("coordinates");
  }
}
