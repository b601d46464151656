package org.gridwright.data.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads GeoJSON geometries into JTS, in the ordinates of the file. */
final class GeoJsonGeometry {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int DEEPEST = 8;

  /** What geometries of Esri JSON have instead of a type. */
  private static final Set<String> ESRI = Set.of("rings", "curveRings", "paths", "points", "x");

  private final JsonParser parser;

  GeoJsonGeometry(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * A geometry as read.
   *
   * @param geometry null where the file says null
   * @param heights whether positions had more than two ordinates
   */
  record Read(@Nullable Geometry geometry, boolean heights) {}

  /** Reads the value on whose first token the parser stands. */
  Read read(Source source) {
    return read(source, 0);
  }

  private Read read(Source source, int depth) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return new Read(null, false);
    }
    if (parser.currentToken() != JsonToken.START_OBJECT || depth > DEEPEST) {
      throw InputException.at(source, "input.geometry-malformed");
    }
    String type = null;
    boolean esri = false;
    Positions positions = new Positions(parser, source);
    List<Read> members = new ArrayList<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (name.equals("type")) {
        type = parser.getString();
      } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
        positions.read();
      } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          members.add(read(source, depth + 1));
        }
      } else {
        esri |= ESRI.contains(name);
        parser.skipChildren();
      }
    }
    if (type == null && esri) {
      throw InputException.at(source, "input.is-esri-json");
    }
    return build(type, positions, members, source);
  }

  private static Read build(
      @Nullable String type, Positions positions, List<Read> members, Source source) {
    try {
      return new Read(
          shape(type, new Shapes(positions, source), members),
          positions.heights() || members.stream().anyMatch(Read::heights));
    } catch (IllegalArgumentException e) {
      throw InputException.because(e, source, "input.geometry-malformed");
    }
  }

  private static Geometry shape(@Nullable String type, Shapes shapes, List<Read> members) {
    return switch (type == null ? "" : type) {
      case "Point" -> shapes.point();
      case "MultiPoint" -> FACTORY.createMultiPoint(shapes.all(2));
      case "LineString" -> FACTORY.createLineString(shapes.all(2));
      case "MultiLineString" -> shapes.lines();
      case "Polygon" -> shapes.polygon();
      case "MultiPolygon" -> shapes.polygons();
      case "GeometryCollection" ->
          FACTORY.createGeometryCollection(
              members.stream()
                  .map(Read::geometry)
                  .filter(Objects::nonNull)
                  .toArray(Geometry[]::new));
      default ->
          throw InputException.at(shapes.source(), "input.geometry-type", String.valueOf(type));
    };
  }

  /** Builds JTS geometries from positions. */
  private record Shapes(Positions positions, Source source) {

    private PackedCoordinateSequence all(int height) {
      requireHeight(height);
      return positions.sequence(0, positions.size());
    }

    private void requireHeight(int height) {
      if (positions.height() != height && positions.size() > 0) {
        throw InputException.at(source, "input.coordinates-nesting");
      }
    }

    private Geometry point() {
      return FACTORY.createPoint(all(1));
    }

    private Geometry lines() {
      requireHeight(3);
      LineString[] lines = new LineString[positions.rings()];
      for (int i = 0; i < lines.length; i++) {
        lines[i] =
            FACTORY.createLineString(
                positions.sequence(positions.ringStart(i), positions.ringEnd(i)));
      }
      return FACTORY.createMultiLineString(lines);
    }

    private Polygon polygon() {
      requireHeight(3);
      return polygon(0, positions.rings());
    }

    private Geometry polygons() {
      requireHeight(4);
      Polygon[] polygons = new Polygon[positions.polygons()];
      int ring = 0;
      for (int i = 0; i < polygons.length; i++) {
        polygons[i] = polygon(ring, positions.polygonEnd(i));
        ring = positions.polygonEnd(i);
      }
      return FACTORY.createMultiPolygon(polygons);
    }

    private Polygon polygon(int firstRing, int endRing) {
      if (firstRing == endRing) {
        return FACTORY.createPolygon();
      }
      LinearRing[] holes = new LinearRing[endRing - firstRing - 1];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = ring(firstRing + 1 + i);
      }
      return FACTORY.createPolygon(ring(firstRing), holes);
    }

    private LinearRing ring(int index) {
      PackedCoordinateSequence points =
          positions.sequence(positions.ringStart(index), positions.ringEnd(index));
      int n = points.size();
      if (n == 0) {
        return FACTORY.createLinearRing();
      }
      if (points.getX(0) != points.getX(n - 1) || points.getY(0) != points.getY(n - 1)) {
        throw InputException.at(
            source,
            "input.ring-open",
            points.getX(0) + " " + points.getY(0),
            points.getX(n - 1) + " " + points.getY(n - 1));
      }
      if (n < 4) {
        throw InputException.at(source, "input.ring-short", n);
      }
      return FACTORY.createLinearRing(points);
    }
  }
}
