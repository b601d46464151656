package org.gridwright.api.http.answer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridwright.core.lattice.Lattice;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A GeoJSON geometry as a member of another answer.
 *
 * @param coordinates nested as RFC 7946 has it; longitude first, 7 decimals
 */
public record GeoJsonPlace(String type, List<?> coordinates) {

  /** A geometry in degrees; of a mixed collection, its first part; null where it is empty. */
  public static @Nullable GeoJsonPlace orNull(Geometry geometry) {
    return geometry.isEmpty() ? null : of(geometry);
  }

  /** A geometry in degrees that is not empty; of a mixed collection, its first part. */
  public static GeoJsonPlace of(Geometry geometry) {
    if (geometry instanceof GeometryCollection mixed
        && !(mixed instanceof MultiPolygon
            || mixed instanceof MultiLineString
            || mixed instanceof MultiPoint)) {
      return of(mixed.getGeometryN(0));
    }
    return new GeoJsonPlace(geometry.getGeometryType(), coordinates(geometry));
  }

  private static List<?> coordinates(Geometry geometry) {
    if (geometry instanceof Point point) {
      return position(point.getCoordinate());
    }
    if (geometry instanceof LineString line) {
      return Arrays.stream(line.getCoordinates()).map(GeoJsonPlace::position).toList();
    }
    if (geometry instanceof Polygon polygon) {
      return IntStream.rangeClosed(0, polygon.getNumInteriorRing())
          .mapToObj(
              i ->
                  coordinates(i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1)))
          .toList();
    }
    return IntStream.range(0, geometry.getNumGeometries())
        .mapToObj(i -> coordinates(geometry.getGeometryN(i)))
        .toList();
  }

  private static List<Double> position(Coordinate at) {
    return List.of(
        Lattice.degrees(Lattice.longitude(at.x)), Lattice.degrees(Lattice.latitude(at.y)));
  }
}
